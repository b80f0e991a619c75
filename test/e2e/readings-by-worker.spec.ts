import { tmpdir } from 'node:os';
import { unitId } from '../../apps/runtime/src/index.js';
import type { Written } from '../support/answers.js';
import { mb } from '../support/mb.js';
import { SETTINGS, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

const OFFICE = 'thieu-van';
let office: RunningOffice;
let justice: Client;
beforeAll(async () => {
  office = await runningOffice();
  justice = await office.as('justice');
});
afterAll(() => office.close());

it('the worker seals what was read: who, whom and what for as hashes in the ledger, and a row that is gone is named', async () => {
  const culture = unitId(OFFICE, 'Công chức Văn hóa - Xã hội');
  const { personId } = (
    await justice.post<Written & { personId: string }>('/api/v1/persons', {
      unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'),
      name: 'Ngô Thị Đọc',
      phone: '0987654321',
    })
  ).body;
  const read = (by: Client, purpose: string) =>
    by.get(`/api/v1/persons/${personId}?purpose=${encodeURIComponent(purpose)}`);
  const reason = 'Cùng giải quyết hồ sơ';
  await justice.post(`/api/v1/persons/${personId}/sharing`, { unitId: culture, reason });
  expect((await read(justice, 'Xác minh cư trú')).status).toBe(200);
  expect((await read(await office.as('culture'), 'Chi trả trợ cấp')).status).toBe(200);
  await justice.post('/api/v1/persons/search', { by: 'phone', value: '0987654321', purpose: 'Tìm hồ sơ' });
  const owner = office.database.owner();
  const unsealed = async () =>
    (await owner.query('select from vault.reading where person_id = $1 and batch is null', [personId]))
      .rowCount;
  const kept = await owner.query('select from vault.reading where person_id = $1', [personId]);
  expect(kept.rowCount).toBe(3);

  office.startWorker(); // sets out at once; the one that runs does within its minute
  await eventually(async () => (await unsealed()) === 0);
  await office.seal();
  const { rows } = await owner.query<{ entry: string; hashes: string[] }>(
    `select e::text as entry, array(select jsonb_array_elements_text(e.data -> 'readings')) as hashes
     from event e where type = 'ReadingsSealed'`,
  );
  const hashes = rows.flatMap((row) => row.hashes);
  expect(hashes).toEqual(Array<unknown>(3).fill(expect.stringMatching(/^[\w-]{43}$/)));
  for (const said of [personId, 'Xác minh cư trú', 'Chi trả trợ cấp', 'Tìm hồ sơ'])
    expect(rows.map(({ entry }) => entry).join()).not.toContain(said);
  const env = { ...SETTINGS, DATABASE_URL: office.database.url, DATA_DIR: tmpdir() };
  const verify = () => mb(['verify', '--vault'], env);
  expect(await verify()).toMatchObject({ status: 0 });

  await owner.query(`delete from vault.reading where purpose = 'Chi trả trợ cấp'`);
  const named = await verify();
  expect(named.status).toBe(1);
  expect(named.out).toMatch(/readings_changed · index [1-9]\d* · .*1 of \d readings are gone/);
  await owner.query('delete from vault.reading');
  expect((await verify()).out).toMatch(/(\d) of \1 readings are gone/);
});
