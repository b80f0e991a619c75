import { followOffice } from '#projection';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { migrations, openRuntime, projections, SEEDS_DIR } from './index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase(migrations);
});
afterAll(() => database.close());

it('a read model that is new begins in every office that there is, not in the process’s own alone', async () => {
  const offices = ['tinh', 'xa-1', 'xa-2'];
  for (const office of offices) await followOffice(database.owner(), office);
  const open = () => openRuntime({ databaseUrl: database.url, seedsDir: SEEDS_DIR, office: 'xa-1' });
  await (await open()).close();
  const begun = async () =>
    (
      await database
        .owner()
        .query<{ office: string; n: number }>(
          'select office, count(*)::int as n from checkpoint group by office order by office',
        )
    ).rows;
  const all = offices.map((office) => ({ office, n: projections.length }));
  expect(await begun()).toEqual(all);
  await database
    .owner()
    .query(`drop schema rm_task cascade; delete from checkpoint where projection = 'task'`);
  await (await open()).close();
  expect(await begun()).toEqual(all);
});
