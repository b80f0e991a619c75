import { randomUUID } from 'node:crypto';
import JSZip from 'jszip';
import { getDocumentProxy, extractText } from 'unpdf';
import { readRows } from '#sheet';
import type { Entry, Page, Problem, TaskItem, Written } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Listed {
  id: string;
  definition: string;
  status: string;
  due: string;
  overdue: boolean;
  late: boolean;
}
interface Row extends Record<string, number | string> {
  field: string;
  received: number;
  settled: number;
  open: number;
}
interface Whole extends Listed {
  version: number;
  control: Row[] | null;
  controlTotal: Row;
  digitisationTotal: Record<string, number | null>;
  proceduresTotal: { procedures: number; oneStop: number; internal: number };
  plan: { area: string; tasks: number; late: number; silent: number }[] | null;
  cutOff: { instant: string; position: number; provisional: boolean };
  outline: { key: string; text: string | null; version: number }[];
  submissions: { submission: number; cutOff: { provisional: boolean } }[];
  sent: { number: number; symbol: string } | null;
}

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
let head: Client, chairman: Client;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
  [head, chairman] = [at.head, at.chairman];
});
afterAll(() => office.close());

const list = async () => (await head.get<Page<Listed>>('/api/v1/reports?year=2025')).body.items;
const reportOf = async (definition: string) => {
  const found = (await list()).find((one) => one.definition === definition);
  if (!found) throw new Error(`no report ${definition}`);
  return found;
};
const whole = async (id: string) => (await head.get<Whole>(`/api/v1/reports/${id}`)).body;
const act = (by: Client, id: string, what: string, body: object = {}, key: string = randomUUID()) =>
  by.post<Written & Problem>(`/api/v1/reports/${id}/${what}`, body, { 'idempotency-key': key });
const listed = async <T>(id: string, path: string) =>
  (await head.get<Page<T>>(`/api/v1/reports/${id}/${path}`)).body.items;
const behind = (id: string, column: string) =>
  listed<{ dossierId: string; standing: string }>(id, `figures/${column}`);
const tasksBehind = (id: string, column: string) =>
  listed<{ taskId: string; title: string; state: string }>(id, `plan-figures/${column}`);
const proceduresBehind = (id: string, column: string) => listed(id, `procedure-figures/${column}`);
const typesOf = async (id: string) =>
  (await head.get<Page<Entry>>(`/api/v1/audit?subject=${id}&order=asc&limit=200`)).body.items.map(
    ({ type }) => type,
  );

const KEPT: { id: string; total: Row; open: string[] } = {
  id: '',
  total: { field: '', received: 0, settled: 0, open: 0 },
  open: [],
};

it('before its time there is none; each opens by itself, for whoever keeps the register', async () => {
  expect(await list()).toEqual([]);
  await office.moveTo('2025-02-20T08:00:00+07:00');
  for (let i = 0; i < 3; i += 1) expect((await at.receive(LAND)).status).toBe(201);
  await office.moveTo('2025-02-27T08:00:00+07:00');
  expect(await list()).toMatchObject([
    { definition: 'cchc-quarter-1', status: 'draft', due: '2025-03-17T17:00:00.000+07:00' },
    { definition: 'tthc-quarter-1', status: 'draft', due: '2025-03-18T17:00:00.000+07:00' },
  ]);
  const { body } = await head.get<Page<{ kind: string; need: string; title: string }>>('/api/v1/work');
  expect(body.items.filter(({ kind }) => kind === 'report')).toMatchObject([
    { need: 'do', title: 'Báo cáo cải cách hành chính quý I 2025' },
    { need: 'do', title: 'Báo cáo kiểm soát thủ tục hành chính quý I 2025' },
  ]);
});

it('R36: two people on one section never overwrite each other', async () => {
  const { id } = await reportOf('tthc-quarter-1');
  const write = (by: Client, text: string, basedOn: number) =>
    act(by, id, 'sections', { section: 'III', text, basedOn });
  expect((await write(head, 'Chờ thông báo thuế.', 0)).status).toBe(201);
  expect((await write(head, 'Thiếu người.', 0)).body).toMatchObject({ code: 'section_changed', rule: 'R36' });
  expect((await write(chairman, 'Khác.', 1)).body.code).toBe('not_open_to_role');
  expect((await act(head, id, 'sections', { section: 'IX', text: 'x', basedOn: 0 })).body.code).toBe(
    'unknown_section',
  );
  expect((await whole(id)).outline.find(({ key }) => key === 'III')).toMatchObject({
    text: 'Chờ thông báo thuế.',
    version: 1,
  });
});

it('R29: what was handed in stays as it was, its figures open to the same dossiers, whatever happens since', async () => {
  const { id } = await reportOf('tthc-quarter-1');
  expect((await act(head, id, 'submission', { provisional: false })).body).toMatchObject({
    code: 'period_not_over',
    rule: 'R29',
  });
  const open = await behind(id, 'open');
  expect(open).toHaveLength(3);
  const [first, second, third] = open.map(({ dossierId }) => dossierId) as [string, string, string];
  const lacks = {
    components: [LAND.components[1]?.name],
    reason: 'Thiếu chữ ký của chủ hộ.',
    legalBasis: 'Điều 5',
  };
  expect((await at.act(at.desk, third, 'supplement-requests', lacks)).status).toBe(201);
  expect((await at.sign(first)).status).toBe(201);
  await office.moveTo('2025-03-15T08:00:00+07:00');
  // After the period, and before the report: neither is told of in it.
  expect((await at.sign(second)).status).toBe(201);
  expect((await at.receive(LAND)).status).toBe(201);
  const key = randomUUID();
  const submitted = await act(head, id, 'submission', { provisional: false }, key);
  expect(submitted.status).toBe(201);
  const kept = await whole(id);
  expect(kept.controlTotal).toMatchObject({
    ...{ received: 3, receivedDirect: 3, carriedOver: 0, settled: 1, settledEarly: 1, open: 2 },
    // What waits for a supplement is within its time, the other one is not.
    ...{ openInTime: 1, openOverdue: 1 },
  });
  expect(kept.cutOff).toMatchObject({ instant: '2025-03-15T00:00:00.000+07:00', provisional: false });
  expect((await behind(id, 'settled')).map(({ dossierId }) => dossierId)).toEqual([first]);
  // Papers came without files; of the one result nothing is held. A rate of nothing would be null.
  expect(kept.digitisationTotal).toMatchObject({
    ...{ papersOf: 3, papersNotHeld: 3, papersHeld: 0, papersReused: 0, papersRate: 0 },
    ...{ resultsOf: 1, resultsNotHeld: 1, resultsHeld: 0, resultsRate: 0 },
  });
  expect((await behind(id, 'resultsNotHeld')).map(({ dossierId }) => dossierId)).toEqual([first]);
  for (const column of ['procedures', 'oneStop', 'internal'] as const)
    expect(await proceduresBehind(id, column)).toHaveLength(kept.proceduresTotal[column]);
  const openThen = await behind(id, 'open');
  await office.moveTo('2025-03-17T08:00:00+07:00');
  expect((await at.receive(LAND)).status).toBe(201);
  await office.settled();
  expect((await whole(id)).controlTotal).toEqual(kept.controlTotal);
  expect(await behind(id, 'open')).toEqual(openThen);
  expect((await act(head, id, 'submission', { provisional: false }, key)).body).toMatchObject({
    repeated: true,
    position: submitted.body.position,
    version: submitted.body.version,
  });
  Object.assign(KEPT, { id, total: kept.controlTotal, open: openThen.map(({ dossierId }) => dossierId) });
});

it('is returned with the reason, handed in again, accepted by another, and sent under a number of its own (R3, R33)', async () => {
  const { id } = KEPT;
  expect((await act(head, id, 'acceptance')).body.code).toBe('not_open_to_role');
  expect((await act(chairman, id, 'return', { reason: 'Thiếu nguyên nhân.' })).status).toBe(201);
  expect((await act(head, id, 'submission', { provisional: false })).status).toBe(201);
  const { body } = await chairman.get<Page<{ kind: string; need: string }>>('/api/v1/work');
  expect(body.items.filter(({ kind }) => kind === 'report')).toMatchObject([{ need: 'decide' }]);
  expect((await act(chairman, id, 'acceptance')).status).toBe(201);
  const sending = { recipients: ['Văn phòng UBND huyện', 'Lưu: VT'], day: '2025-03-17' };
  expect((await act(head, id, 'sending', sending)).status).toBe(201);
  expect((await act(head, id, 'sending', sending)).body.code).toBe('report_state');
  const sent = await whole(id);
  expect(sent).toMatchObject({ status: 'sent', late: false, sent: { number: 1, symbol: 'BC-UBND' } });
  expect(sent.controlTotal).toEqual(KEPT.total);
  expect(sent.submissions).toHaveLength(2);
  expect(await typesOf(id)).toEqual([
    'ReportOpened',
    'ReportSectionWritten',
    'ReportReminded',
    'ReportSubmitted',
    'ReportReturned',
    'ReportSubmitted',
    'ReportAccepted',
    'ReportSent',
  ]);
});

describe('comes out as', () => {
  const output = (format: string) => head.bytes(`/api/v1/reports/${KEPT.id}/output?format=${format}`);
  it('a workbook whose figures are numbers under a head that stays in sight', async () => {
    const { status, bytes } = await output('xlsx');
    expect(status).toBe(200);
    const rows = await readRows(Buffer.from(bytes));
    expect(rows[0]?.[0]).toContain('Biểu II.06a');
    expect(rows.find(([first]) => first === 'Tổng số')?.slice(1, 5)).toEqual(['3', '0', '3', '0']);
    const zip = await JSZip.loadAsync(Buffer.from(bytes));
    const book = (await zip.file('xl/workbook.xml')?.async('string')) ?? '';
    for (const name of ['Biểu II.06a', 'Biểu II.07b', 'Số hóa hồ sơ, kết quả']) expect(book).toContain(name);
    const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
    expect(sheet).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<c [^>]*><v>3<\/v><\/c>/);
  });
  it('CSV with the same figures', async () => {
    const csv = Buffer.from((await output('csv')).bytes).toString();
    expect(csv).toContain('"Biểu II.06a","Tổng số","Tiếp nhận: tổng số (3)","3"');
    const { proceduresTotal } = await whole(KEPT.id);
    expect(csv).toContain(`"Biểu II.07b","Tổng số","Thủ tục: cấp xã (6)","${proceduresTotal.procedures}"`);
    expect(csv).toContain('"Biểu II.07b","Tổng số","Quy trình nội bộ: cấp huyện (13)","0"');
    expect(csv).toContain('"Số hóa hồ sơ, kết quả","Tổng số","Chưa số hóa kết quả","1"');
  });
  it('DOCX and PDF as they are signed, with number, period, cut-off and what was written', async () => {
    const docx = await JSZip.loadAsync(Buffer.from((await output('docx')).bytes));
    const text = ((await docx.file('word/document.xml')?.async('string')) ?? '').replace(/<[^>]+>/g, ' ');
    for (const words of [
      'Số: 01/BC-UBND',
      '14/03/2025',
      'Chờ thông báo thuế.',
      'Văn phòng UBND huyện',
      'Số hóa hồ sơ',
    ])
      expect(text).toContain(words);
    const pdf = await getDocumentProxy(new Uint8Array((await output('pdf')).bytes));
    expect((await extractText(pdf, { mergePages: true })).text).toContain('01/BC-UBND');
  });
});

it('R6, R7: a report that nobody hands in is missed once, escalates, and is shown as overdue; handed in late it is late', async () => {
  const { id } = await reportOf('cchc-quarter-1');
  await office.moveTo('2025-03-17T17:00:00+07:00');
  await office.moveTo('2025-03-18T17:00:00+07:00');
  expect(await typesOf(id)).toEqual(['ReportOpened', 'ReportReminded', 'ReportMissed', 'ReportEscalated']);
  expect(await reportOf('cchc-quarter-1')).toMatchObject({ overdue: true, late: true });
  // After the period, and before the report: its table tells of the task as it stood at the cut-off.
  const [first] = (await at.justice.get<Page<TaskItem>>('/api/v1/tasks?lead=me&limit=1')).body.items;
  const progress = { percent: 20, text: 'Đang rà soát.' };
  expect((await at.justice.post(`/api/v1/tasks/${first?.id}/progress-reports`, progress)).status).toBe(201);
  expect((await act(head, id, 'submission', { provisional: false })).status).toBe(201);
  const stood = await tasksBehind(id, 'tasks');
  expect(stood.find(({ taskId }) => taskId === first?.id)).toMatchObject({
    state: 'assigned',
    title: first?.title,
  });
  const late = await whole(id);
  expect(late).toMatchObject({ overdue: false, late: true, status: 'submitted' });
  expect(late.plan?.reduce((sum, { tasks }) => sum + tasks, 0)).toBeGreaterThan(20);
  for (const column of ['tasks', 'late', 'silent'] as const)
    expect(await tasksBehind(id, column)).toHaveLength(
      late.plan?.reduce((sum, row) => sum + row[column], 0) ?? -1,
    );
  const carried = (await head.get<Page<TaskItem>>('/api/v1/tasks?area=VII&limit=1')).body.items[0];
  await office.moveTo('2025-03-31T17:00:00+07:00');
  expect(await tasksBehind(id, 'tasks')).toEqual(stood);
  expect(await typesOf(id)).toEqual([
    'ReportOpened',
    'ReportReminded',
    'ReportMissed',
    'ReportEscalated',
    'ReportSubmitted',
  ]);
  // What the plan asks to be reported with it (VII.1) was fulfilled by it, and is owed again once it is returned.
  const taskId = carried?.id ?? '';
  const afterwards = ['DeadlineMetByReport', 'DeadlineReopened', 'DeadlineMissed'];
  const told = async () => (await typesOf(taskId)).filter((type) => afterwards.includes(type));
  expect([carried?.number, await told()]).toEqual(['VII.1', ['DeadlineMetByReport']]);
  expect((await act(chairman, id, 'return', { reason: 'Thiếu nguyên nhân.' })).status).toBe(201);
  await office.settled();
  expect(await told()).toEqual(['DeadlineMetByReport', 'DeadlineReopened', 'DeadlineMissed']);
});
