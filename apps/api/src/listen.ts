import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from 'node:https';
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import {
  hostOf,
  isThisMachine,
  liesIn,
  networksOf,
  type NetworkSettings,
  type ServerCertificate,
} from '../../runtime/src/index.js';
import { PATIENCE, limitConnections, serverOptionsFor } from './limits/connections.js';
import { refuseUnreadable } from './limits/unreadable.js';
import { UNKNOWN_PROXY } from './limits/proxies.js';

interface ListenSettings extends NetworkSettings {
  port: number;
  publicUrl: string;
}

/** Where the service listens, and how that ends. */
export interface Listening {
  /** Over HTTP: on this machine, or for the proxies that are trusted. */
  url: string;
  /** Over HTTPS, beyond this machine; undefined where nobody asked for it. */
  lanUrl: string | undefined;
  close(): Promise<void>;
}

/**
 * Listens over HTTP to this machine alone, or, where proxies are named, to them; over HTTPS on a port of its own to the
 * network around, when asked. No credential goes over a network in the clear.
 */
export async function listen(
  app: NestFastifyApplication,
  settings: ListenSettings,
  certificate: ServerCertificate | undefined,
  log: Pick<Logger, 'warn'>,
): Promise<Listening> {
  const proxies = networksOf(settings.trustedProxies);
  const isProxy = (address: string) => liesIn(proxies, address);
  const server = app.getHttpServer();
  limitConnections(server, PATIENCE, (address) => !isProxy(address));
  server.on('connection', (socket) => {
    const { remoteAddress = '' } = socket;
    if (!isThisMachine(remoteAddress) && !isProxy(remoteAddress)) socket.destroy();
  });
  if (settings.publicUrl.startsWith('https:') && settings.trustedProxies.length === 0 && !settings.lanPort)
    log.warn({ publicUrl: settings.publicUrl }, UNKNOWN_PROXY);
  await portTaken('PORT', settings.port, () =>
    app.listen(settings.port, settings.trustedProxies.length > 0 ? '0.0.0.0' : '127.0.0.1'),
  );
  const { lanPort } = settings;
  const secure =
    certificate && lanPort !== undefined ? await listenBeyond(app, lanPort, certificate) : undefined;
  return {
    url: (await app.getUrl()).replace('0.0.0.0', 'localhost').replace('127.0.0.1', 'localhost'),
    lanUrl: secure && `https://${hostOf(settings.publicUrl)}:${lanPort}`,
    close: async () => {
      secure?.closeAllConnections();
      await new Promise<void>((resolve) => (secure ? secure.close(() => resolve()) : resolve()));
    },
  };
}

async function listenBeyond(
  app: NestFastifyApplication,
  port: number,
  { cert, key }: ServerCertificate,
): Promise<Server> {
  const { routing } = app.getHttpAdapter().getInstance();
  const server = createServer(
    { cert, key, minVersion: 'TLSv1.2', ...serverOptionsFor(PATIENCE) },
    (request, reply) => routing(request, reply),
  );
  limitConnections(server, PATIENCE, () => true);
  server.on('clientError', refuseUnreadable);
  await portTaken(
    'LISTEN_LAN',
    port,
    () =>
      new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '0.0.0.0', () => resolve());
      }),
  );
  return server;
}

async function portTaken(setting: string, port: number, begin: () => Promise<unknown>): Promise<void> {
  try {
    await begin();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Error(`Port ${port} is taken by another program. Stop it, or set ${setting} to another one.`, {
      cause: error,
    });
  }
}
