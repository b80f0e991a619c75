import { inOffice } from '#kernel';
import { Sealer, newSignerKey, unsealedOffices, type SignerKey, type VerifierKey } from '#ledger';
import { FileStore, MasterKeys, Secrets, Vault, type Scanner } from '#vault';
import type { ProvinceInbox } from '#integration';
import { Deliveries } from '#outbox';
import { WakeQueue } from '#queue';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { createApi } from '../../apps/api/src/api.js';
import {
  DEMO_OFFICE,
  DEMO_START,
  foundDemoOffice,
  freePort,
  migrations,
  openRuntime,
  type Runtime,
  type Settings,
  type SingleSignOn,
} from '../../apps/runtime/src/index.js';
import { openCarriers, openInbox } from '../../apps/worker/src/carriers.js';
import { OfficeWorker } from '../../apps/worker/src/office-worker.js';
import { freshDatabase, type TestDatabase } from './database.js';

export const PASSWORD = 'mat-khau-thu-nghiem';
const SEEDS = join(process.cwd(), 'seeds');

/** The demonstration office with its API and worker, its clock standing where the test puts it. */
export interface RunningOffice {
  runtime: Runtime;
  worker: OfficeWorker;
  database: TestDatabase;
  url: string;
  as(username: string): Promise<Client>;
  tokenOf(username: string): Promise<string>;
  /** The key that seals this office's ledger. */
  ledgerKey: SignerKey;
  keyOf(office: string): SignerKey;
  vault: Vault;
  /** What fetches submissions from elsewhere, if the office has such a place. */
  inbox: ProvinceInbox | undefined;
  /** Moves the clock and lets the worker do all it has to. */
  moveTo(instant: string): Promise<void>;
  /** Seals all there is, or waits for the worker's sealer that is at it. */
  seal(of?: string): Promise<void>;
  close(): Promise<void>;
}

export interface Client {
  get<T>(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; body: T }>;
  post<T>(
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; body: T }>;
  /** What is no JSON. */
  bytes(path: string): Promise<{ status: number; type: string | null; bytes: Uint8Array }>;
}

interface OfficeOptions {
  /** May lead the service's connections to the database over another address. */
  through?: (url: string) => string;
  witnesses?: VerifierKey[];
  secondFactor?: 'optional' | 'leaders';
  /** Its settings, once it is known where the service is reached. */
  singleSignOn?: (url: string) => Promise<SingleSignOn>;
  scan?: Scanner;
  paymentSecret?: string | null;
  /** Ways out of the house. */
  carriers?: Partial<
    Pick<Settings, 'smtpUrl' | 'sms' | 'zalo' | 'quietHours' | 'province' | 'webhooksWithin'>
  >;
  log?: Logger;
  /** Plans, calendars and procedures of its own. */
  seedsDir?: string;
}

export async function runningOffice({
  through = (url) => url,
  witnesses = [],
  secondFactor = 'optional',
  singleSignOn,
  scan,
  carriers = {},
  paymentSecret = null,
  log,
  seedsDir = SEEDS,
}: OfficeOptions = {}): Promise<RunningOffice> {
  const database = await freshDatabase(migrations);
  const databaseUrl = through(database.url);
  const runtime = await openRuntime({
    databaseUrl,
    seedsDir,
    webhooksWithin: carriers.webhooksWithin ?? true,
  });
  await runtime.clock.startAt(DEMO_START, false);
  await foundDemoOffice(runtime, seedsDir, PASSWORD);
  const queue = await WakeQueue.open({ databaseUrl });
  const keys = new Map<string, SignerKey>();
  const keyOf = (of: string) => {
    const key = keys.get(of) ?? newSignerKey(`test.example.com/ledger/${of}`);
    keys.set(of, key);
    return key;
  };
  const ledgerKey = keyOf(DEMO_OFFICE);
  const sealer = new Sealer(runtime.pool, keyOf);
  const masters = new MasterKeys([randomBytes(32)]);
  const vault = new Vault(runtime.pool, masters);
  const files = new FileStore(runtime.pool, masters, vault, scan);
  const parts = { vault, files, secrets: new Secrets(masters) };
  const out = await openCarriers(
    runtime,
    {
      smtpUrl: undefined,
      sms: null,
      zalo: null,
      quietHours: { from: '21:00', to: '07:00' },
      mailFrom: 'xa@example.vn',
      province: null,
      webhooksWithin: true,
      ...carriers,
    },
    parts,
  );
  const inbox = openInbox(runtime, carriers.province ?? null, parts);
  const deliveries = new Deliveries(runtime.outbox, out, runtime.clock);
  const worker = new OfficeWorker(runtime, queue, pino({ level: 'silent' }), {
    sealer,
    deliveries,
    province: carriers.province,
    inbox,
  });
  await worker.start();
  await worker.settle(DEMO_OFFICE);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const app: NestFastifyApplication = await createApi(runtime, queue, log ?? false, {
    ...parts,
    witnesses,
    paymentSecret,
    secondFactor,
    publicUrl: url,
    singleSignOn: (await singleSignOn?.(url)) ?? null,
  });
  await app.listen(port, '127.0.0.1');
  const tokens = new Map<string, string>();
  const tokenOf = async (username: string): Promise<string> => {
    const token = tokens.get(username) ?? (await signIn(url, username));
    tokens.set(username, token);
    return token;
  };
  return {
    runtime,
    worker,
    database,
    url,
    ledgerKey,
    keyOf,
    vault,
    inbox,
    tokenOf,
    as: async (username) => client(url, await tokenOf(username)),
    async moveTo(instant) {
      await runtime.clock.moveTo(new Date(instant));
      await worker.settle(DEMO_OFFICE);
    },
    async seal(of = DEMO_OFFICE) {
      do await worker.seal(of);
      while ((await inOffice(of, () => unsealedOffices(runtime.pool))).includes(of));
    },
    async close() {
      await app.close();
      await worker.stop();
      await runtime.close();
      await database.close();
    },
  };
}

async function signIn(url: string, username: string): Promise<string> {
  const { body } = await client(url).post<{ token: string }>('/api/v1/sessions', {
    username,
    password: PASSWORD,
  });
  return body.token;
}

export function client(url: string, token?: string): Client {
  const call = async <T>(method: string, path: string, body: unknown, headers: Record<string, string>) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : {
            body:
              body instanceof Uint8Array
                ? new Uint8Array(body)
                : typeof body === 'string'
                  ? body
                  : JSON.stringify(body),
          }),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '') && !text.includes('\n{');
    return {
      status: response.status,
      headers: response.headers,
      body: (json ? JSON.parse(text) : text) as T,
    };
  };
  return {
    get: (path, headers = {}) => call('GET', path, undefined, headers),
    post: (path, body, headers = {}) => call('POST', path, body, headers),
    async bytes(path) {
      const response = await fetch(url + path, {
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, type: response.headers.get('content-type'), bytes };
    },
  };
}
