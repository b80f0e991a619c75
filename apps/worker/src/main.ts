import 'reflect-metadata';
import { Sealer } from '#ledger';
import { Deliveries } from '#outbox';
import { WakeQueue } from '#queue';
import { setPriority } from 'node:os';
import { pino } from 'pino';
import {
  allOf,
  ledgerKeys,
  openHouse,
  openRuntime,
  openVault,
  readSettings,
  setBy,
  toldByService,
} from '../../runtime/src/index.js';
import { openCarriers } from './carriers.js';
import { OfficeWorker } from './office-worker.js';
import type { TrailDigest } from './trail-digest.js';

/** A worker of its own: `node dist/apps/worker/src/main.js`, with SERVICE_DATABASE_URL set, or DATABASE_URL. */
// People who wait come first: what is derived may take a second longer where both want the same processor.
setPriority(10);
const settings = readSettings();
const log = pino({ name: 'worker', level: process.env.LOG_LEVEL ?? 'info' });
const told = await toldByService();
const databaseUrl = told.serviceUrl ?? settings.serviceUrl ?? settings.databaseUrl;
if (databaseUrl === undefined)
  throw new Error(
    'Neither SERVICE_DATABASE_URL nor DATABASE_URL is set: a worker of its own needs the database of an API.',
  );
const runtime = await openRuntime({
  databaseUrl,
  seedsDir: settings.seedsDir,
  poolSize: 8,
  leases: false,
  states: 5_000, // more of them fill the small heap, which is then collected without end
  set: setBy(settings),
  onFailure: ({ office, worker, subject, item, what, attempts, nextTry }, error) =>
    log.error(
      { err: error, office, worker, subject, item, what, attempts, nextTry },
      'failed, to be tried again',
    ),
});
const queue = await WakeQueue.open({ databaseUrl, queueUrl: settings.queueUrl }, (error) =>
  log.warn({ err: error }, 'queue'),
);
const digest = settings.smtpUrl === undefined ? undefined : await openDigest(settings.smtpUrl);
const parts = await openVault(runtime, settings);
const house = await openHouse(runtime, parts);
const carriers = await openCarriers(runtime, settings, parts);
const worker = new OfficeWorker(runtime, queue, log, {
  sealer: new Sealer(runtime.pool, ledgerKeys(settings)),
  digest,
  errands: allOf(({ errands }) => errands).flatMap((one) => house.make(one) ?? []),
  deliveries: new Deliveries(
    runtime.outbox,
    carriers,
    runtime.clock,
    ({ office, id, channel, recipient, tries }, error) =>
      log.warn({ err: error, office, id, channel, recipient, tries }, 'message not delivered'),
    settings.outboxDays,
  ),
});
const begun = worker.start();
let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  worker.hurry();
  await Promise.allSettled([begun]); // asked to go as it begins, it still ends what it is at
  await worker.stop();
  await runtime.close();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
process.on('disconnect', () => void stop()); // the service that started it is gone
await begun;
log.info('worker ready');
process.send?.('ready');

/** Loaded only where e-mail is sent: a worker that sends none stays small. */
async function openDigest(smtpUrl: string): Promise<TrailDigest> {
  const [digests, { smtpMailer }] = await Promise.all([import('./trail-digest.js'), import('#notification')]);
  return new digests.TrailDigest(
    runtime,
    (await openVault(runtime, settings)).vault,
    await smtpMailer(smtpUrl, settings.mailFrom),
  );
}
