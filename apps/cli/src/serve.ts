import { WakeQueue } from '#queue';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { createApi } from '../../api/src/api.js';
import { observeGroup } from '../../api/src/metrics.js';
import { listen, type Listening } from '../../api/src/listen.js';
import { readableModels } from '../../api/src/readable-models.js';
import { SeenSinceStart } from '../../api/src/seen-since-start.js';
import { appendLivedIn, readLivedIn } from './lived-in/replay.js';
import {
  DEMO_START,
  demoUsernames,
  foundDemoOffice,
  LIVED_IN,
  migrate,
  openRuntime,
  openVault,
  secret,
  serverCertificate,
  setBy,
  serviceUrlOf,
  type Keys,
  type Runtime,
  type Settings,
} from '../../runtime/src/index.js';

const NO_LOGIN_OF_ITS_OWN =
  'The service logs in as the database’s owner, for DATABASE_URL holds no password to make its own from. ' +
  'Set SERVICE_DATABASE_URL to a login that is a member of minh_bach_app and of nothing else.';

/** What was at hand before all was loaded. */
export interface Ground {
  settings: Settings;
  environment: NodeJS.ProcessEnv;
  /** What is to be ended when the service stops, in this order. */
  stopping: (() => Promise<unknown>)[];
  /** Told the service's login once a worker may begin. */
  prepared(serviceUrl: string): void;
}

/** Serves on a database that is there, and adds to `stopping` what it starts. */
export async function serve(
  databaseUrl: string,
  { settings, environment, stopping, prepared }: Ground,
): Promise<void> {
  const log = pino({ name: 'api', level: process.env.LOG_LEVEL ?? 'warn' });
  await migrate(databaseUrl);
  const serviceUrl = environment.SERVICE_DATABASE_URL ?? serviceUrlOf(databaseUrl) ?? databaseUrl;
  if (serviceUrl === databaseUrl) log.warn(NO_LOGIN_OF_ITS_OWN);
  const runtime = await openRuntime({
    databaseUrl: serviceUrl,
    seedsDir: settings.seedsDir,
    onGroup: observeGroup,
    set: setBy(settings),
  });
  stopping.splice(-1, 0, () => runtime.close()); // after the worker, before the database
  await setClock(runtime, settings);
  const vault = await openVault(runtime, settings); // its keys are made before a worker asks for them
  const password = await prepareOffice(runtime, settings, vault);
  prepared(serviceUrl);
  const queue = await WakeQueue.open({ databaseUrl: serviceUrl, queueUrl: settings.queueUrl }, (error) =>
    log.warn({ err: error }, 'queue'),
  );
  stopping.unshift(() => queue.close());
  const certificate = await serverCertificate(settings);
  const app = await createApi(runtime, queue, log, {
    ...vault,
    witnesses: settings.witnesses,
    singleSignOn: settings.singleSignOn,
    secondFactor: settings.secondFactor,
    trustedProxies: settings.trustedProxies,
    authority: certificate?.authority,
    operationsToken: settings.operationsToken,
    workerGraceS: settings.workerGraceS,
  });
  stopping.unshift(() => app.close());
  await readableModels(runtime.pool, log);
  const listening = await listen(app, settings, certificate, log);
  stopping.unshift(() => listening.close());
  const refresh = setInterval(
    () => void Promise.all([runtime.clock.refresh(), runtime.calendars.refresh()]).catch(() => undefined),
    1_000,
  ); // readyz says what is wrong
  stopping.unshift(async () => clearInterval(refresh));
  await allSeen(app.get(SeenSinceStart), log);
  welcome(listening, password);
}

/** Before anything that goes by it. */
async function setClock(runtime: Runtime, settings: Settings): Promise<void> {
  if (settings.clock === 'real') await runtime.clock.useReal();
  else if (settings.clock !== undefined) await runtime.clock.startAt(settings.clock, true);
  else if (settings.databaseUrl === undefined)
    await runtime.clock.startAt(settings.demoLivedIn ? LIVED_IN : DEMO_START, true);
}

/** In the demonstration, founds the office, with its first months behind it where nothing says otherwise; answers the password. */
async function prepareOffice(runtime: Runtime, settings: Settings, keys: Keys): Promise<string | undefined> {
  const demo = settings.databaseUrl === undefined || settings.demoPassword !== undefined;
  if (!demo) return undefined;
  const password = settings.demoPassword ?? (await secret(join(settings.dataDir, 'demo-password'), 9));
  const wanted = settings.databaseUrl === undefined && settings.clock === undefined && settings.demoLivedIn;
  const isLivedIn = wanted && (await appendLivedIn(runtime, settings, keys));
  await foundDemoOffice(runtime, settings.seedsDir, password);
  if (isLivedIn) await readLivedIn(runtime, settings);
  return password;
}

/** Waits until what the log holds can be seen; says from time to time what it waits for. */
async function allSeen(seen: SeenSinceStart, log: Logger): Promise<void> {
  for (let looks = 1; ; looks += 1) {
    const unseen = await seen.unseen().catch(() => [{ office: '', reader: 'PostgreSQL' }]);
    if (unseen.length === 0) return;
    if (looks % 600 === 0) log.warn({ waitsFor: unseen.slice(0, 20) }, 'not ready yet');
    await sleep(50);
  }
}

function welcome({ url, lanUrl }: Listening, password: string | undefined): void {
  const beyond =
    lanUrl === undefined ? '' : `\n  Trong mạng · in the network: ${lanUrl} (${lanUrl}/authority.crt)\n`;
  const accounts =
    password === undefined
      ? ''
      : `\n  Tài khoản · accounts: ${demoUsernames.join(', ')}\n  Mật khẩu · password: ${password}\n`;
  process.stdout.write(`\n  Minh Bạch: ${url}\n${beyond}${accounts}\n`);
}
