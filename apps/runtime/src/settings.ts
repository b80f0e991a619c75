import { parseVerifierKey, type VerifierKey } from '#ledger/verify';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The office of the demonstration, and of an installation that names no other. */
export const DEMO_OFFICE = 'thieu-van';

/** Everything that can be set, from the environment; `doctor` lists them. */
export interface Settings {
  port: number;
  /** Absent: PostgreSQL is started from `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  queueUrl: string | undefined;
  /** `real`, an instant at which a simulated clock starts, or absent. */
  clock: 'real' | Date | undefined;
  demoPassword: string | undefined;
  /** The private key that seals the ledger; absent: kept in a file of `dataDir`. */
  ledgerKey: string | undefined;
  /** What the ledgers' names begin with: where they are published, without the scheme. */
  ledgerOrigin: string;
  /** The vault's master keys, the current one first; absent: kept in a file of `dataDir`. */
  vaultKeys: string | undefined;
  /** The server that takes e-mail, and whom it comes from; absent: none is sent. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Public keys of the witnesses whose cosignatures are taken. */
  witnesses: VerifierKey[];
  seedsDir: string;
}

/** Reads and checks the settings; throws with a sentence an operator understands. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT "${env.PORT}" is not a port number (0 to 65535).`);
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
    databaseUrl: env.DATABASE_URL,
    dataDir: resolve((env.DATA_DIR ?? '.data').replace(/^~/, homedir())),
    queueUrl: env.QUEUE_URL,
    clock: clock === undefined || clock === 'real' ? clock : new Date(clock),
    demoPassword: env.DEMO_PASSWORD,
    ledgerKey: env.LEDGER_KEY,
    ledgerOrigin: env.LEDGER_ORIGIN ?? 'minh-bach.localhost/ledger',
    vaultKeys: env.VAULT_KEY,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? 'minh-bach@minh-bach.localhost',
    witnesses: (env.LEDGER_WITNESSES ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(parseVerifierKey),
    seedsDir: resolve(import.meta.dirname, '../../../../seeds'),
  };
}

/** The file that holds an office's private ledger key, where it does not come from the environment. */
export const ledgerKeyFile = ({ dataDir }: Settings, office: string): string =>
  join(dataDir, `ledger-${office}.key`);
