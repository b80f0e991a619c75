import { LOG_KEY, PublishedLedger, Sealer, exportLedger, signerKey, type SignerKey } from '#ledger';
import { followOffice } from '#projection';
import { migrations } from '../../apps/runtime/src/index.js';
import { freshDatabase, type TestDatabase } from './database.js';

/** A ledger of fixed events under a fixed key: the same bytes at every run. */
export interface SmallLedger {
  database: TestDatabase;
  ledger: PublishedLedger;
  key: SignerKey;
  /** Seals all there is. */
  seal(): Promise<number>;
  /** Seals what is final at this moment. */
  sealOnce(): Promise<number>;
  close(): Promise<void>;
}

export const OFFICE = 'thieu-van';

/** `unsalted`: how many of the events are from before there were salts. */
export async function smallLedger(events: number, { unsalted = 0 } = {}): Promise<SmallLedger> {
  const database = await freshDatabase(migrations);
  await addEvents(database, 0, unsalted, { salted: false });
  await addEvents(database, unsalted, events);
  const pool = database.pool(OFFICE);
  await followOffice(pool, OFFICE);
  const key = signerKey(`example.com/ledger/${OFFICE}`, LOG_KEY, Buffer.alloc(32, 1));
  const sealer = new Sealer(pool, () => key);
  const then = () => new Date('2025-01-02T01:00:00Z');
  const seal = () => sealer.sealAll(OFFICE, then);
  const sealOnce = () => sealer.seal(OFFICE, then);
  await seal();
  return { database, ledger: new PublishedLedger(pool), key, seal, sealOnce, close: () => database.close() };
}

/** Events `from` to `to`, each a version of one of ten streams; salted ones say now and then what they put into the vault. */
export async function addEvents(
  database: TestDatabase,
  from: number,
  to: number,
  { salted = true } = {},
): Promise<void> {
  await database.owner().query(
    `insert into event (office, event_id, kind, subject, version, type, schema_version, recorded_at, actor, command_id, ordinal, rule, meta, data, salt)
     select $1, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'task',
            ('01900000-0000-7000-9000-' || lpad(to_hex(n % 10), 12, '0'))::uuid, n / 10 + 1, 'TaskUrged', 1,
            '2025-01-02T01:00:00Z'::timestamptz + n * interval '1 second', 'worker:deadlines',
            ('01900000-0000-7000-a000-' || lpad(to_hex(n), 12, '0'))::uuid, 0, 'R7', '{"digest": "x"}',
            jsonb_build_object('text', 'Đôn đốc lần ' || n, 'n', n / 4.0)
              || case when $4 and n % 7 = 0 then jsonb_build_object('commitment', md5('a' || n) || md5('b' || n)) else '{}' end,
            case when $4 then decode(md5('salt ' || n), 'hex') end
     from generate_series($2::int, $3::int - 1) n`,
    [OFFICE, from, to, salted],
  );
}

export const exportTo = ({ ledger }: SmallLedger, folder: string): Promise<number> =>
  exportLedger(ledger, OFFICE, folder);
