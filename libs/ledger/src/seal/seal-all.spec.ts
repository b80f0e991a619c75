import { AggregateStore, EventStore } from '#event-store';
import type { PoolClient } from 'pg';
import { eventually } from '../../../../test/support/stand-in.js';
import { OFFICE, addEvents, smallLedger, type SmallLedger } from '../../../../test/support/small-ledger.js';
import { liveSource, newSignerKey, rotateKey, verifyLedger } from '../index.js';

let small: SmallLedger;
/** A writer that has begun and not ended: nothing after it is final. */
let writer: PoolClient;

beforeEach(async () => {
  small = await smallLedger(20);
  writer = await small.database.owner().connect();
  await writer.query('begin');
  await writer.query('lock table event in row exclusive mode');
  await writer.query('select pg_current_xact_id()');
});
afterEach(() => small.close());

const end = async () => {
  await writer.query('commit');
  writer.release();
};

it('what is committed behind a writer that is under way is sealed when it has ended, and waited for', async () => {
  await addEvents(small.database, 20, 30);
  expect(await small.sealOnce()).toBe(0);
  const sealed = small.seal();
  await end();
  expect(await sealed).toBe(10);
});

it('a key is handed over only when its rotation is sealed under the old one', async () => {
  const pool = small.database.pool(OFFICE);
  const aggregates = new AggregateStore(new EventStore(pool));
  const next = newSignerKey(small.key.verifier.name);
  const rotated = rotateKey({ pool, aggregates }, OFFICE, small.key, next, 'admin', new Date());
  await eventually(
    async () => (await pool.query("select from event where type = 'LedgerKeyRotated'")).rowCount === 1,
  );
  await end();
  await rotated;
  const { rows } = await pool.query('select size from ledger.head');
  expect(rows).toEqual([{ size: '21' }]);
  expect(await verifyLedger(liveSource(pool, OFFICE), { keys: [small.key.verifier] })).toMatchObject({
    discrepancyCount: 0,
    signatures: [small.key.verifier.name],
  });
});
