import { freePort } from '../../apps/runtime/src/index.js';
import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { request, get as getSecurely } from 'node:https';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { startService, type Service } from '../support/service.js';

/** An address of this machine that others reach it by; undefined where it has none. */
const ownAddress = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

const answers = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host, port });
    socket.on('connect', () => socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'));
    socket.on('data', () => (socket.destroy(), resolve(true)));
    socket.on('error', () => resolve(false)).on('close', () => resolve(false));
  });

let service: Service;
let lanPort: number;

describe('asked to serve the network as well', () => {
  beforeAll(async () => {
    lanPort = await freePort();
    service = await startService({ LISTEN_LAN: String(lanPort) });
    await service.announced;
  }, 120_000);
  afterAll(() => service.stop());

  it('the network reaches it over HTTPS alone; HTTP answers this machine and nobody else', async () => {
    expect(await answers('127.0.0.1', Number(new URL(service.url).port))).toBe(true);
    if (ownAddress === undefined) return;
    expect(await answers(ownAddress, Number(new URL(service.url).port))).toBe(false);
  });

  it('whoever trusts the authority that it hands out has a connection that is vouched for', async () => {
    const authority = await (await fetch(`${service.url}/authority.crt`)).text();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      getSecurely(`https://localhost:${lanPort}/healthz`, { ca: authority, agent: false }, (answer) =>
        resolve(answer.resume().statusCode),
      ).on('error', reject);
    });
    expect(status).toBe(200);
    const untrusted = new Promise((resolve, reject) => {
      getSecurely(`https://localhost:${lanPort}/healthz`, { agent: false }, resolve).on('error', reject);
    });
    await expect(untrusted).rejects.toMatchObject({ code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    expect(new X509Certificate(authority).ca).toBe(true);
  });

  it('acts go over it as over HTTP, and the authority’s key is its owner’s alone', async () => {
    const ca = readFileSync(join(service.dataDir, 'tls-authority.crt'));
    expect(statSync(join(service.dataDir, 'tls-authority.key')).mode & 0o077).toBe(0);
    const body = JSON.stringify({ username: 'admin', password: 'wrong' });
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(
        `https://localhost:${lanPort}/api/v1/sessions`,
        { method: 'POST', ca, agent: false, headers: { 'content-type': 'application/json' } },
        (answer) => resolve(answer.resume().statusCode),
      )
        .on('error', reject)
        .end(body);
    });
    expect(status).toBe(401);
  });
});
