import { demoForm, unitId } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Plan {
  id: string;
  recipients: string[];
  sendings: {
    name: string;
    unitId: string | null;
    sentOn: string;
    receivedOn: string | null;
    readBy: { person: string | null }[];
  }[];
}

const LAW = unitId(demoForm.office, 'Công chức Tư pháp - Hộ tịch');
let office: RunningOffice;
let head: Client, justice: Client, finance: Client;
beforeAll(async () => {
  office = await runningOffice();
  [head, justice, finance] = (await Promise.all(
    ['head-of-office', 'justice', 'finance'].map((name) => office.as(name)),
  )) as [Client, Client, Client];
  await office.moveTo('2025-01-10T08:00:00+07:00');
});
afterAll(() => office.close());

const post = (by: Client, path: string, body: object = {}) =>
  by.post<Written & Problem>(`/api/v1/plans/2025/${path}`, body);
const plan = async () => (await head.get<Plan>('/api/v1/plans/2025')).body;
const mayRead = async (by: Client) =>
  (await by.get<{ items: { act: string; may: boolean }[] }>('/api/v1/plans/2025/acts')).body.items.find(
    ({ act }) => act === 'ReadPlan',
  )?.may;

it('the plan goes to those that it names and to units, each once, by the office of record alone', async () => {
  const { recipients } = await plan();
  expect(recipients[0]).toBe('UBND thành phố');
  const sending = { recipients, unitIds: [LAW], day: '2025-01-06' };
  expect((await post(justice, 'sendings', sending)).body.code).toBe('not_open_to_role');
  expect((await post(head, 'sendings', { ...sending, day: '2025-01-11' })).body.code).toBe('sending_invalid');
  expect((await post(head, 'sendings', sending)).status).toBe(201);
  expect((await post(head, 'sendings', sending)).body.code).toBe('nothing_to_send');
  expect((await plan()).sendings.map(({ name, sentOn }) => [name, sentOn])).toEqual(
    [...recipients, 'Công chức Tư pháp - Hộ tịch'].map((name) => [name, '2025-01-06']),
  );
});

it('a recipient outside confirms that it has it; a unit’s officials that they have read it', async () => {
  const receipt = { recipient: 'UBND thành phố', day: '2025-01-08', note: 'Văn bản đến số 112' };
  expect((await post(head, 'receipts', { ...receipt, recipient: 'Ai đó' })).body.code).toBe(
    'unknown_recipient',
  );
  expect((await post(head, 'receipts', receipt)).status).toBe(201);
  expect([await mayRead(justice), await mayRead(finance)]).toEqual([true, false]);
  expect((await post(finance, 'readings')).body.code).toBe('plan_not_for_you');
  expect((await post(justice, 'readings')).status).toBe(201);
  expect(await mayRead(justice)).toBe(false);
  const { sendings, id } = await plan();
  expect(sendings[0]).toMatchObject({ receivedOn: '2025-01-08' });
  expect(sendings.at(-1)?.readBy[0]?.person).toMatch(/\p{L}/u);
  const trail = await head.get<Page<Entry>>(`/api/v1/audit?subject=${id}&order=desc&limit=5`);
  expect(trail.body.items.map(({ type }) => type).slice(0, 3)).toEqual([
    'PlanRead',
    'PlanReceiptRecorded',
    'PlanSent',
  ]);
  expect(trail.body.items[1]?.sentence).toContain('ghi nhận UBND thành phố đã nhận kế hoạch ngày 08/01/2025');
});
