import { ReadingSeals } from '#persons';
import { checkReadings, unitId } from '../../apps/runtime/src/index.js';
import type { Written } from '../support/answers.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
let office: RunningOffice;
let justice: Client;
beforeAll(async () => {
  office = await runningOffice();
  justice = await office.as('justice');
});
afterAll(() => office.close());

const seal = async () => {
  const { pool, aggregates, clock } = office.runtime;
  const sealed = await new ReadingSeals(pool, aggregates, clock).seal(OFFICE);
  await office.seal();
  return sealed;
};
const batches = async () =>
  (
    await office.database
      .owner()
      .query<{ data: { readings: string[] } }>(`select data from event where type = 'ReadingsSealed'`)
  ).rows.map(({ data }) => data.readings.length);

it('nobody reads unseen: a batch of readings is one event, of hashes, and what is erased or changed of them is named', async () => {
  const { personId } = (
    await justice.post<Written & { personId: string }>('/api/v1/persons', {
      unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'),
      name: 'Trần Thị Dân',
    })
  ).body;
  for (const purpose of ['Xác minh', 'Tò mò', 'Trả lời'])
    await justice.get(`/api/v1/persons/${personId}?purpose=${encodeURIComponent(purpose)}`);
  expect(await seal()).toBe(3);
  expect(await seal()).toBe(0);
  expect(await batches()).toEqual([3]);
  const { rows } = await office.database
    .owner()
    .query<{ data: object }>(`select data from event where type = 'ReadingsSealed'`);
  expect(JSON.stringify(rows)).not.toContain(personId);
  expect(await checkReadings(office.runtime, OFFICE)).toEqual([]);

  const owner = office.database.owner();
  await owner.query(`update vault.reading set purpose = 'Xác minh' where purpose = 'Tò mò'`);
  const [changed] = await checkReadings(office.runtime, OFFICE);
  expect(changed).toMatchObject({ code: 'readings_changed', version: 1 });
  expect(changed?.index).toBeGreaterThan(0);
  await owner.query('delete from vault.reading where person_id = $1', [personId]);
  expect((await checkReadings(office.runtime, OFFICE))[0]?.detail).toContain('3 of 3 readings are gone');
});

it('a batch whose marking a crash cut off is not sealed twice', async () => {
  const { rows } = await office.database
    .owner()
    .query<{ person_id: string }>(`select person_id from vault.person limit 1`);
  const person = rows[0]?.person_id ?? '';
  const path = `/api/v1/persons/${person}?purpose=`;
  await justice.get(`${path}${encodeURIComponent('Lần một')}`);
  await seal();
  await office.database.owner().query('update vault.reading set batch = null');
  await justice.get(`${path}${encodeURIComponent('Lần hai')}`);
  const before = (await batches()).length;
  await seal();
  await seal();
  expect((await batches()).length).toBe(before + 1);
  expect(await client(office.url).get('/ledger/thieu-van/checkpoint')).toMatchObject({ status: 200 });
});
