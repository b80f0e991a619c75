import '../../runtime/src/production.js';
import 'reflect-metadata';
import { WakeQueue } from '#queue';
import { pino } from 'pino';
import {
  foundDemoOffice,
  openRuntime,
  openVault,
  readSettings,
  serverCertificate,
  setBy,
} from '../../runtime/src/index.js';
import { createApi } from './api.js';
import { listen } from './listen.js';
import { observeGroup } from './metrics.js';
import { readableModels } from './readable-models.js';

/** An API of its own: `node dist/apps/api/src/main.js`, with SERVICE_DATABASE_URL set, or DATABASE_URL and the schema migrated. */
const settings = readSettings();
const log = pino({ name: 'api', level: process.env.LOG_LEVEL ?? 'info' });
const databaseUrl = settings.serviceUrl ?? settings.databaseUrl;
if (databaseUrl === undefined)
  throw new Error(
    'Neither SERVICE_DATABASE_URL nor DATABASE_URL is set: an API of its own needs a database.',
  );
const runtime = await openRuntime({
  databaseUrl,
  seedsDir: settings.seedsDir,
  onGroup: observeGroup,
  set: setBy(settings),
});
if (settings.clock === 'real') await runtime.clock.useReal();
else if (settings.clock instanceof Date) await runtime.clock.startAt(settings.clock, true);
if (settings.demoPassword !== undefined)
  await foundDemoOffice(runtime, settings.seedsDir, settings.demoPassword);
const queue = await WakeQueue.open({ databaseUrl, queueUrl: settings.queueUrl }, (error) =>
  log.warn({ err: error }, 'queue'),
);
const certificate = await serverCertificate(settings);
const app = await createApi(runtime, queue, log, {
  ...(await openVault(runtime, settings)),
  witnesses: settings.witnesses,
  singleSignOn: settings.singleSignOn,
  secondFactor: settings.secondFactor,
  trustedProxies: settings.trustedProxies,
  authority: certificate?.authority,
  operationsToken: settings.operationsToken,
  workerGraceS: settings.workerGraceS,
});
await readableModels(runtime.pool, log);
const listening = await listen(app, settings, certificate, log);
const refresh = setInterval(
  () => void Promise.all([runtime.clock.refresh(), runtime.calendars.refresh()]).catch(() => undefined),
  1_000,
);
log.info({ port: settings.port }, 'api listens');

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearInterval(refresh);
  await listening.close();
  await app.close();
  await queue.close();
  await runtime.close();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
