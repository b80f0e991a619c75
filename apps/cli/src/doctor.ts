import { inOffice } from '#kernel';
import { findHead, ledgersInAll, newestHeads } from '#ledger';
import { howManyOffices, howManyStopped, outdatedModels, standings, unreadOffices } from '#projection';
import { WakeQueue } from '#queue';
import type { Vault } from '#vault';
import { statfs } from 'node:fs/promises';
import {
  calendarOutlook,
  checkVault,
  openRuntime,
  openVault,
  projections,
  readSettings,
  type Runtime,
} from '../../runtime/src/index.js';
import { shownUrl } from './shown-url.js';
import { withDatabase } from './with-runtime.js';

/** So many commitments are looked at; all of them by `mb verify --vault`. */
const NEWEST = 1_000;
/** However many offices there are, so many lines of a kind. */
const MOST = 20;
const MOST_COUNTED = 10_000;

/**
 * Says what is set, what answers, and what stands still, of one office or of the worst 20; ends with 1 when something is
 * wrong.
 */
export async function doctor({ office: only }: { office?: string } = {}): Promise<void> {
  const settings = readSettings();
  const line = (name: string, value: string, fine = true) => {
    if (!fine) process.exitCode = 1;
    process.stdout.write(`${fine ? '✓' : '✗'} ${name.padEnd(28)} ${value}\n`);
  };
  line('Node', process.version, Number(process.versions.node.split('.')[0]) >= 20);
  line('PORT', String(settings.port));
  line(
    'DATABASE_URL',
    settings.databaseUrl === undefined ? '(embedded PostgreSQL)' : shownUrl(settings.databaseUrl),
  );
  line(
    'SERVICE_DATABASE_URL',
    settings.databaseUrl !== undefined && settings.serviceUrl === undefined
      ? 'dịch vụ đăng nhập như chủ cơ sở dữ liệu · the service logs in as the database’s owner'
      : '(of its own)',
    settings.databaseUrl === undefined || settings.serviceUrl !== undefined,
  );
  line('DATA_DIR', settings.dataDir);
  line('QUEUE_URL', shownUrl(settings.queueUrl ?? '(PostgreSQL)'));
  line(
    'MINH_BACH_CLOCK',
    settings.clock instanceof Date ? settings.clock.toISOString() : (settings.clock ?? '(default)'),
  );
  line('DEMO_START', settings.demoLivedIn ? 'lived-in' : 'fresh');
  line('DEMO_PASSWORD', settings.demoPassword === undefined ? '(made at first start)' : '(set)');
  line('LEDGER_KEY', settings.ledgerKey === undefined ? '(a file of DATA_DIR)' : '(set)');
  line('LEDGER_ORIGIN', settings.ledgerOrigin);
  line('LEDGER_WITNESSES', settings.witnesses.map(({ name }) => name).join(', ') || '(none)');
  line('VAULT_KEY', settings.vaultKeys === undefined ? '(a file of DATA_DIR)' : '(set)');
  line('SCAN_URL', shownUrl(settings.scanUrl ?? '(files are not scanned)'));
  line('SECOND_FACTOR', settings.secondFactor);
  line('OIDC_ISSUER', shownUrl(settings.singleSignOn?.issuer ?? '(no single sign-on)'));
  line('SMTP_URL', settings.smtpUrl === undefined ? '(no e-mail is sent)' : '(set)');
  line('SMS_URL', shownUrl(settings.sms?.url ?? '(no SMS is sent)'));
  line('ZALO_URL', shownUrl(settings.zalo?.url ?? '(nothing is sent to Zalo)'));
  line('PROVINCE_URL', shownUrl(settings.province?.url ?? '(no provincial system)'));
  line('REPORTING_URL', shownUrl(settings.reportingSystem?.url ?? '(reports are not sent to a system)'));
  line('PAYMENT_URL', settings.paymentGateway?.url ?? '(citizens can’t pay online)');
  line('PAYMENT_SECRET', settings.paymentSecret === null ? '(no payments are taken)' : '(set)');
  line('WEBHOOKS_WITHIN', settings.webhooksWithin ? 'allow' : '(subscribers outside only)');
  line('PUBLIC_URL', shownUrl(settings.publicUrl));
  line('TRUSTED_PROXIES', settings.trustedProxies.join(', ') || '(none)');
  line('LISTEN_LAN', settings.lanPort === undefined ? '(this machine alone)' : String(settings.lanPort));
  line('TLS_CERT', settings.certificate?.certFile ?? '(an authority of its own vouches)');
  line('OPERATIONS_TOKEN', settings.operationsToken === undefined ? '(this machine alone asks)' : '(set)');
  line('OUTBOX_DAYS', String(settings.outboxDays));
  line('QUIET_HOURS', `${settings.quietHours.from}-${settings.quietHours.to}`);
  line('MAIL_FROM', settings.mailFrom);
  const disk = await statfs(process.cwd());
  const free = (disk.bavail * disk.bsize) / 1e9;
  line('free disk', `${free.toFixed(1).replace('.', ',')} GB`, free > 1);
  await withDatabase(async (databaseUrl) => {
    const runtime = await openRuntime({ databaseUrl, seedsDir: settings.seedsDir });
    const { rows } = await runtime.pool.query<{ version: string; events: string }>(
      `select current_setting('server_version') as version, (select count(*) from event) as events`,
    );
    line('PostgreSQL', rows[0]?.version ?? '?');
    line('events', rows[0]?.events ?? '?');
    const { doubt } = runtime.clock;
    line(
      'clock',
      doubt
        ? `the database’s clock jumped by ${Math.round(doubt.aheadMs / 1_000)} s and is not believed; right it, or: npm run mb -- confirm-clock`
        : runtime.clock.now().toISOString(),
      doubt === undefined,
    );
    const unseen = await runtime.clock.secondsWithoutWorker();
    line('worker', unseen === null ? 'none was ever seen' : `seen ${unseen} s ago`);
    const about = ({ office }: { office: string }) => only === undefined || office === only;
    const some = <T extends { office: string }>(what: string, all: readonly T[]): T[] => {
      const wanted = all.filter(about);
      if (wanted.length > MOST)
        line(what, `${wanted.length - MOST} more than are listed: mb doctor --office <id>`);
      return wanted.slice(0, MOST);
    };
    const unread = await unreadOffices(runtime.pool, '', MOST_COUNTED);
    line('offices', `${await howManyOffices(runtime.pool)}, ${unread.length} with something unread`);
    const offices = only === undefined ? unread.slice(0, MOST) : [only];
    const outdated = await outdatedModels(runtime.pool, projections);
    line(
      'read models',
      outdated.length === 0
        ? 'all of this version'
        : `of an earlier version, to be built anew by a worker: ${outdated.map(({ name }) => name).join(', ')}`,
    );
    const stopped = await howManyStopped(runtime.pool);
    line('readers that stopped', String(stopped), stopped === 0);
    for (const { office, projection, behind, stoppedAt, error } of [
      ...(only === undefined ? await standings(runtime.pool, { stopped: true, limit: MOST }) : []),
      ...(await standings(runtime.pool, { offices })).filter(
        ({ behind, stoppedAt }) => only !== undefined || (behind > 0 && stoppedAt === null),
      ),
    ].slice(0, only === undefined ? 2 * MOST : undefined)) {
      line(
        `${office}/${projection}`,
        stoppedAt === null ? `${behind} behind` : `STOPPED at ${stoppedAt}: ${error}`,
        stoppedAt === null,
      );
    }
    for (const { office, worker, waiting, parked, failingSince } of some(
      'failed work',
      await runtime.parked.figures(),
    )) {
      line(
        `${office}/${worker}`,
        `${waiting} failed and waiting, ${parked} parked, since ${failingSince.toISOString()}`,
        false,
      );
      for (const { subject, item, what, error } of await inOffice(office, () =>
        runtime.parked.list(office, 20, worker),
      ))
        line(`  ${subject} ${item}`, `${what}: ${error}`, false);
    }
    const { missingYears, awaited } = await calendarOutlook(runtime);
    line(
      'calendars',
      missingYears.length === 0
        ? runtime.calendar.years.join(', ')
        : `no days off of ${missingYears.join(', ')}: due instants there wait for them`,
      missingYears.length === 0,
    );
    for (const { office, year, occurrences } of some('awaited calendars', awaited))
      line(`${office}/calendar ${year}`, `${occurrences} occurrences wait for it`);
    for (const { office, channel, failing, stuck, refused, givenUp } of some(
      'outbox',
      await runtime.outbox.figures(runtime.clock.now()),
    ))
      line(
        `${office}/outbox/${channel}`,
        `${failing} failing, ${stuck} that nobody tries, ${givenUp} given up, ${refused} refused for good`,
        failing + stuck + givenUp === 0,
      );
    const ledgers = await ledgersInAll(runtime.pool, MOST);
    line(
      'ledgers',
      `${ledgers.size} sealed in ${ledgers.offices} offices, ${ledgers.stopped} stopped`,
      ledgers.stopped === 0,
    );
    for (const { office, alarm } of ledgers.alarms.filter(about)) line(`${office}/ledger`, alarm, false);
    const { vault } = await openVault(runtime, settings);
    const one = only === undefined ? undefined : await findHead(runtime.pool, only);
    for (const { office, size, key } of one ? [one] : await newestHeads(runtime.pool, MOST)) {
      line(`${office}/ledger`, `${size} sealed${unread.includes(office) ? ', more to be read' : ''}`);
      line(`${office}/ledger key`, key);
      const { fine, said } = await vaultStanding(runtime, vault, office);
      line(`${office}/vault`, said, fine);
    }
    const queue = await WakeQueue.open({ databaseUrl, queueUrl: settings.queueUrl });
    const counts = await queue.counts();
    line('queue', JSON.stringify(counts), (counts.failed ?? 0) === 0);
    await queue.close();
    await runtime.close();
  });
}

/** Whether what lately went into the vault is unchanged, in words. */
async function vaultStanding(runtime: Runtime, vault: Vault, office: string) {
  try {
    const { checked, findings } = await checkVault({ ...runtime, vault }, office, { newest: NEWEST });
    const [first] = findings;
    return first === undefined
      ? { fine: true, said: `${checked} unchanged since received` }
      : {
          fine: false,
          said: `${findings.length} changed, ${first.code} at index ${first.index ?? '-'} (mb verify --vault)`,
        };
  } catch (error) {
    return { fine: false, said: error instanceof Error ? error.message : String(error) };
  }
}
