import { demoForm, unitId } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Sent {
  sendings: { name: string; receivedOn: string | null; readBy: { at: string }[] }[];
}

const UPPER = 'Văn phòng UBND huyện';
const LAW = unitId(demoForm.office, 'Công chức Tư pháp - Hộ tịch');

let office: RunningOffice;
let head: Client;
let id: string;

const act = (by: Client, on: string, what: string, body: object = {}) =>
  by.post<Written & Problem>(`/api/v1/reports/${on}/${what}`, body);

beforeAll(async () => {
  office = await runningOffice();
  head = await office.as('head-of-office');
  const chairman = await office.as('chairman');
  await office.moveTo('2025-03-17T08:00:00+07:00');
  const { items } = (await head.get<Page<{ id: string; definition: string }>>('/api/v1/reports?year=2025'))
    .body;
  id = items.find(({ definition }) => definition === 'tthc-quarter-1')?.id ?? '';
  expect((await act(head, id, 'submission', { provisional: false })).status).toBe(201);
  expect((await act(chairman, id, 'acceptance')).status).toBe(201);
  const sending = { recipients: [UPPER, 'Lưu: VT'], unitIds: [LAW], day: '2025-03-17' };
  expect((await act(head, id, 'sending', sending)).status).toBe(201);
});
afterAll(() => office.close());

it('each recipient gets a receipt: noted by the office of record, or by whoever opens it in a unit that got it', async () => {
  const [justice, finance] = await Promise.all([office.as('justice'), office.as('finance')]);
  const receipt = { recipient: UPPER, day: '2025-03-17', note: 'Văn bản đến số 112' };
  expect((await act(justice, id, 'receipts', receipt)).body.code).toBe('not_open_to_role');
  expect((await act(head, id, 'receipts', { ...receipt, recipient: 'Ai đó' })).body.code).toBe(
    'unknown_recipient',
  );
  expect((await act(head, id, 'receipts', receipt)).status).toBe(201);
  expect((await act(finance, id, 'readings')).body.code).toBe('report_not_for_you');
  expect((await act(justice, id, 'readings')).status).toBe(201);
  expect((await act(justice, id, 'readings')).body.code).toBe('report_not_for_you');
  const { sendings } = (await head.get<Sent>(`/api/v1/reports/${id}`)).body;
  expect(sendings.map(({ name, receivedOn }) => [name, receivedOn])).toEqual([
    [UPPER, '2025-03-17'],
    ['Lưu: VT', null],
    ['Công chức Tư pháp - Hộ tịch', null],
  ]);
  expect(sendings[2]?.readBy).toMatchObject([{ at: expect.stringMatching(/^2025-03-17T08:/) as string }]);
  const { body } = await head.get<Page<Entry>>(`/api/v1/audit?subject=${id}&order=desc&limit=2`);
  expect(body.items.map(({ type }) => type)).toEqual(['ReportRead', 'ReportReceiptRecorded']);
  expect(body.items[1]?.sentence).toContain('ghi nhận Văn phòng UBND huyện đã nhận báo cáo ngày 17/03/2025');
});
