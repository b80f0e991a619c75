import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { OfficePool } from './office-pool.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase([]);
});
afterAll(() => database.close());

it('a connection that is lost while nobody uses it, or while somebody holds it, ends no process', async () => {
  const pool = new OfficePool({ connectionString: database.url, max: 2 }, 'o');
  const held = await pool.connect();
  const lost = new Promise((resolve) => held.once('end', resolve));
  await pool.query('select 1');
  await database
    .owner()
    .query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
  await lost;
  while (pool.idleCount > 0) await new Promise(setImmediate); // the pool hears of its own a moment later
  held.release(true);
  expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
  await pool.end();
});
