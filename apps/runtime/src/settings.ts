// Every verb reads its settings: what is loaded here is held by the smallest of them, `mb verify`.
import { parseVerifierKey, type VerifierKey } from '#ledger/verify';
import type { QuietHours, SmsGateway, ZaloGateway } from '#notification';
import type { PaymentGateway, Province, ReportingSystem } from '#integration';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { readNetworkSettings, readPort, type NetworkSettings } from './network-settings.js';
import { readReportingSystem } from './reporting-form.js';
import { readProvinceMapping } from './province-mapping.js';
import { serviceUrlOf } from './service-url.js';

/** The office of the demonstration, and of an installation that names no other. */
export const DEMO_OFFICE = 'thieu-van';

/** Plans, calendars, procedures and the demonstration office, beside the program. */
export const SEEDS_DIR =
  ['../../../../seeds', '../../../seeds']
    .map((path) => resolve(import.meta.dirname, path))
    .find(existsSync) ?? 'seeds';

/** A provider of single sign-on. */
export interface SingleSignOn {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** Everything that can be set, from the environment; `doctor` lists them. */
export interface Settings extends NetworkSettings {
  port: number;
  /** Absent: PostgreSQL is started from `dataDir`. */
  databaseUrl: string | undefined;
  /** Where the running service logs in; made from the owner's address where that holds a password. */
  serviceUrl: string | undefined;
  dataDir: string;
  queueUrl: string | undefined;
  /** `real`, an instant at which a simulated clock starts, or absent. */
  clock: 'real' | Date | undefined;
  demoPassword: string | undefined;
  /** Whether the demonstration lives its first months before it opens, instead of opening on its first day. */
  demoLivedIn: boolean;
  /** The private key that seals the ledger; absent: kept in a file of `dataDir`. */
  ledgerKey: string | undefined;
  /** What the ledgers' names begin with: where they are published, without the scheme. */
  ledgerOrigin: string;
  /** The vault's master keys, the current one first; absent: kept in a file of `dataDir`. */
  vaultKeys: string | undefined;
  /** Where files are sent to be looked at before they are kept (POST, 2xx clean, 406 bad); absent: nobody looks. */
  scanUrl: string | undefined;
  /** The server that takes e-mail, and whom it comes from; absent: none is sent. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** The gateway for SMS; absent: none is sent. */
  sms: SmsGateway | null;
  /** The gateway of Zalo; absent: nothing is sent there. */
  zalo: ZaloGateway | null;
  /** From when to when no SMS and no Zalo message goes out, in office time. */
  quietHours: QuietHours;
  /** For how many days messages that arrived are kept. */
  outboxDays: number;
  /** The provincial system that is told of dossiers' states and asked for submissions; absent: none. */
  province: Province | null;
  /** The system above that takes reports' figures and set 766; absent: none. */
  reportingSystem: ReportingSystem | null;
  /** What a provider of payments signs with (`whsec_…`); absent: none is taken. */
  paymentSecret: string | null;
  /** Where citizens pay online; absent: they pay at the desk, or elsewhere. */
  paymentGateway: PaymentGateway | null;
  /** Whether subscribers to events may listen within this network. */
  webhooksWithin: boolean;
  /** Where this service is reached from outside, without a slash at its end. */
  publicUrl: string;
  /** Where people sign in once for many services (OpenID Connect); absent: with a password here alone. */
  singleSignOn: SingleSignOn | null;
  /** `leaders`: chairman, vice-chairman and administrator must use a second factor; `optional`: whoever wants to. */
  secondFactor: 'leaders' | 'optional';
  /** For how many seconds after its start `/readyz` does not mind that no worker was seen yet. */
  workerGraceS: number;
  /** Public keys of the witnesses whose cosignatures are taken. */
  witnesses: VerifierKey[];
  /** Calendars, the catalogue and plans to begin with. */
  seedsDir: string;
}

/** Reads and checks the settings; throws with a sentence an operator understands. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = readPort('PORT', env.PORT ?? '3000');
  const clock = env.MINH_BACH_CLOCK;
  if (clock !== undefined && clock !== 'real' && Number.isNaN(Date.parse(clock))) {
    throw new Error(
      `MINH_BACH_CLOCK "${clock}" is neither "real" nor an instant such as 2025-01-02T08:00+07:00.`,
    );
  }
  if (env.QUEUE_URL !== undefined && !/^redis(\+cluster)?:\/\//.test(env.QUEUE_URL)) {
    throw new Error('QUEUE_URL must begin with redis:// or redis+cluster://.');
  }
  return {
    port,
    ...readNetworkSettings(env),
    databaseUrl: env.DATABASE_URL,
    serviceUrl: env.SERVICE_DATABASE_URL ?? (env.DATABASE_URL && serviceUrlOf(env.DATABASE_URL)),
    dataDir: resolve((env.DATA_DIR ?? '.data').replace(/^~/, homedir())),
    queueUrl: env.QUEUE_URL,
    clock: clock === undefined || clock === 'real' ? clock : new Date(clock),
    demoPassword: env.DEMO_PASSWORD,
    demoLivedIn: readDemoStart(env.DEMO_START),
    ledgerKey: env.LEDGER_KEY,
    ledgerOrigin: env.LEDGER_ORIGIN ?? 'minh-bach.localhost/ledger',
    vaultKeys: env.VAULT_KEY,
    scanUrl: env.SCAN_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? 'minh-bach@minh-bach.localhost',
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    province: readProvince(env),
    reportingSystem: readReportingSystem(env, SEEDS_DIR),
    paymentSecret: env.PAYMENT_SECRET ?? null,
    paymentGateway: readPaymentGateway(env),
    webhooksWithin: env.WEBHOOKS_WITHIN === 'allow',
    ...readGateways(env),
    outboxDays: readDays(env.OUTBOX_DAYS),
    singleSignOn: readSingleSignOn(env),
    secondFactor: readSecondFactor(env.SECOND_FACTOR),
    workerGraceS: readGrace(env.WORKER_GRACE),
    witnesses: (env.LEDGER_WITNESSES ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(parseVerifierKey),
    seedsDir: env.SEEDS_DIR === undefined ? SEEDS_DIR : resolve(env.SEEDS_DIR),
  };
}

/** The file that holds an office's private ledger key, where it does not come from the environment. */
export const ledgerKeyFile = ({ dataDir }: Settings, office: string): string =>
  join(dataDir, `ledger-${office}.key`);

function readSingleSignOn({
  OIDC_ISSUER,
  OIDC_CLIENT_ID,
  OIDC_CLIENT_SECRET,
  PUBLIC_URL,
}: NodeJS.ProcessEnv) {
  if (OIDC_ISSUER === undefined) return null;
  if (!OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !PUBLIC_URL)
    throw new Error('OIDC_ISSUER needs OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL beside it.');
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
  };
}

function readProvince({
  PROVINCE_URL,
  PROVINCE_TOKEN,
  PROVINCE_MAPPING,
}: NodeJS.ProcessEnv): Province | null {
  if (PROVINCE_URL === undefined) return null;
  if (!PROVINCE_TOKEN) throw new Error('PROVINCE_URL needs PROVINCE_TOKEN beside it.');
  const mapping = readProvinceMapping(PROVINCE_MAPPING ?? join(SEEDS_DIR, 'integration', 'province.json'));
  return { url: PROVINCE_URL.replace(/\/$/, ''), token: PROVINCE_TOKEN, mapping };
}

function readPaymentGateway({ PAYMENT_URL, PAYMENT_SECRET }: NodeJS.ProcessEnv): PaymentGateway | null {
  if (PAYMENT_URL === undefined) return null;
  if (!PAYMENT_SECRET) throw new Error('PAYMENT_URL needs PAYMENT_SECRET beside it.');
  return { url: PAYMENT_URL.replace(/\/$/, ''), secret: PAYMENT_SECRET };
}

function readGateways(env: NodeJS.ProcessEnv): Pick<Settings, 'sms' | 'zalo' | 'quietHours'> {
  const { SMS_URL, SMS_KEY, SMS_SECRET, SMS_BRAND, ZALO_URL, ZALO_TOKEN, ZALO_TEMPLATES } = env;
  if (SMS_URL !== undefined && !(SMS_KEY && SMS_SECRET && SMS_BRAND))
    throw new Error('SMS_URL needs SMS_KEY, SMS_SECRET and SMS_BRAND beside it.');
  if (ZALO_URL !== undefined && !(ZALO_TOKEN && ZALO_TEMPLATES))
    throw new Error(
      'ZALO_URL needs ZALO_TOKEN and ZALO_TEMPLATES (a JSON file: our template, theirs) beside it.',
    );
  const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(env.QUIET_HOURS ?? '21:00-07:00') ?? [];
  if (from === undefined || to === undefined || from > '23:59' || to > '23:59')
    throw new Error(`QUIET_HOURS "${env.QUIET_HOURS}" is not of the form 21:00-07:00.`);
  return {
    sms:
      SMS_URL === undefined
        ? null
        : { url: SMS_URL, apiKey: SMS_KEY ?? '', secretKey: SMS_SECRET ?? '', brand: SMS_BRAND ?? '' },
    zalo:
      ZALO_URL === undefined
        ? null
        : { url: ZALO_URL, token: ZALO_TOKEN ?? '', templates: readTemplates(ZALO_TEMPLATES ?? '') },
    quietHours: { from, to },
  };
}

function readDays(text = '90'): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1) throw new Error(`OUTBOX_DAYS "${text}" is not a number of days.`);
  return days;
}

function readGrace(text = '60'): number {
  if (!/^\d{1,4}$/.test(text)) throw new Error(`WORKER_GRACE "${text}" is not a number of seconds.`);
  return Number(text);
}

function readTemplates(path: string): Record<string, string> {
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const entries = Object.entries(read ?? {});
  if (entries.length === 0 || entries.some(([, id]) => typeof id !== 'string'))
    throw new Error(`ZALO_TEMPLATES ${path} must be an object of template ids, as texts.`);
  return Object.fromEntries(entries);
}

function readSecondFactor(text: string | undefined): 'leaders' | 'optional' {
  if (text === undefined || text === 'optional') return 'optional';
  if (text === 'leaders') return text;
  throw new Error(`SECOND_FACTOR "${text}" is neither "leaders" nor "optional".`);
}

function readDemoStart(given = 'lived-in'): boolean {
  if (given === 'fresh' || given === 'lived-in') return given === 'lived-in';
  throw new Error(`DEMO_START "${given}" is neither fresh nor lived-in.`);
}
