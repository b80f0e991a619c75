import { LOG_KEY, PublishedLedger, Sealer, exportLedger, signerKey, type SignerKey } from '#ledger';
import { migrations } from '../../apps/runtime/src/index.js';
import { freshDatabase, type TestDatabase } from './database.js';

/** A ledger of fixed events under a fixed key: the same bytes at every run. */
export interface SmallLedger {
  database: TestDatabase;
  ledger: PublishedLedger;
  key: SignerKey;
  seal(): Promise<number>;
  close(): Promise<void>;
}

export const OFFICE = 'thieu-van';

export async function smallLedger(events: number): Promise<SmallLedger> {
  const database = await freshDatabase(migrations);
  await addEvents(database, 0, events);
  const pool = database.pool(OFFICE);
  const key = signerKey(`example.com/ledger/${OFFICE}`, LOG_KEY, Buffer.alloc(32, 1));
  const seal = () => new Sealer(pool, () => key).seal(OFFICE, () => new Date('2025-01-02T01:00:00Z'));
  await seal();
  return { database, ledger: new PublishedLedger(pool), key, seal, close: () => database.close() };
}

/** Events `from` to `to`, each a version of one of ten streams. */
export async function addEvents(database: TestDatabase, from: number, to: number): Promise<void> {
  await database.owner().query(
    `insert into event (office, event_id, kind, subject, version, type, schema_version, recorded_at, actor, command_id, ordinal, rule, meta, data)
     select $1, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'task',
            ('01900000-0000-7000-9000-' || lpad(to_hex(n % 10), 12, '0'))::uuid, n / 10 + 1, 'TaskUrged', 1,
            '2025-01-02T01:00:00Z'::timestamptz + n * interval '1 second', 'worker:deadlines',
            ('01900000-0000-7000-a000-' || lpad(to_hex(n), 12, '0'))::uuid, 0, 'R7', '{"digest": "x"}',
            jsonb_build_object('text', 'Đôn đốc lần ' || n, 'n', n / 4.0)
     from generate_series($2::int, $3::int - 1) n`,
    [OFFICE, from, to],
  );
}

export const exportTo = ({ ledger }: SmallLedger, folder: string): Promise<number> =>
  exportLedger(ledger, OFFICE, folder);
