import { rebuild } from '#projection';
import {
  demoForm,
  foundAccounts,
  foundOffice,
  peopleOf,
  projections,
  unitId,
} from '../../apps/runtime/src/index.js';
import { successorForm, withPeople } from '../../apps/cli/src/simulation/merge.js';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import {
  PASSWORD,
  client,
  runningOffice,
  type Client,
  type RunningOffice,
} from '../support/running-office.js';
import { agreeToTakeOver, succession } from '../support/succession.js';

interface Requirement {
  requirementId: string;
  status: string;
  overdue: boolean;
  late: boolean;
  due: string;
}
interface Inspection {
  id: string;
  status: string;
  unitId: string;
  faults: number;
  required: number;
  remedied: number;
  overdue: number;
  findings: { findingId: string }[];
  requirements: Requirement[];
}
interface Note {
  id: string;
  status: string;
  overdue: boolean;
  late: boolean;
  due: string;
}

const LAW = unitId(demoForm.office, 'Công chức Tư pháp - Hộ tịch');
const CULTURE = unitId(demoForm.office, 'Công chức Văn hóa - Xã hội');
let office: RunningOffice;
let head: Client, chairman: Client, justice: Client, finance: Client, front: Client;
beforeAll(async () => {
  office = await runningOffice();
  [head, chairman, justice, finance, front] = (await Promise.all(
    ['head-of-office', 'chairman', 'justice', 'finance', 'oversight'].map((name) => office.as(name)),
  )) as [Client, Client, Client, Client, Client];
});
afterAll(() => office.close());

const post = (by: Client, path: string, body: object = {}) =>
  by.post<Written & Problem & { inspectionId: string; noteId: string }>(`/api/v1/${path}`, body);
const postOf = async (by: Client) =>
  (await by.get<{ posts: { postId: string }[] }>('/api/v1/sessions/me')).body.posts[0]?.postId;
const one = async (id: string, by = head) => (await by.get<Inspection>(`/api/v1/inspections/${id}`)).body;
const figures = async () =>
  (await head.get<Record<string, number | null>>('/api/v1/inspections/figures?year=2025')).body;
const typesOf = async (id: string) =>
  (await head.get<Page<Entry>>(`/api/v1/audit?subject=${id}&order=asc&limit=200`)).body.items.map(
    ({ type }) => type,
  );
const mayDo = async (by: Client, path: string) =>
  (await by.get<{ items: { act: string; may: boolean }[] }>(`/api/v1/${path}/acts`)).body.items.flatMap(
    ({ act, may }) => (may ? [act] : []),
  );
const waitingFor = async (by: Client, kind: string) =>
  (await by.get<Page<{ kind: string; need: string; subject: string }>>('/api/v1/work')).body.items.flatMap(
    (item) => (item.kind === kind ? [[item.need, item.subject]] : []),
  );

const KEPT = { inspection: '', note: '' };

it('a year’s programme is approved once it reaches its share of the units; before anything is inspected there is no share', async () => {
  const plan = (share: number) => ({
    share,
    source: '4116/QĐ-UBND',
    inspections: [{ kind: 'discipline', unitId: LAW, month: 3, about: 'Kỷ luật, kỷ cương' }],
  });
  const document = { documentNumber: '05/QĐ-UBND', documentDate: '2025-01-02' };
  expect((await post(chairman, 'inspection-programmes/2025', plan(30))).body.code).toBe('not_open_to_role');
  expect((await post(head, 'inspection-programmes/2025', plan(90))).status).toBe(201);
  expect(await mayDo(chairman, 'inspection-programmes/2025')).toEqual(['ApproveInspectionProgramme']);
  const approve = () => post(chairman, 'inspection-programmes/2025/approval', document);
  expect((await approve()).body.code).toBe('share_not_reached');
  expect((await post(head, 'inspection-programmes/2025', plan(5))).status).toBe(201);
  expect((await approve()).status).toBe(201);
  await office.settled();
  expect(await figures()).toMatchObject({ planned: 1, inspected: 0, inspectedShare: 0, remediedShare: null });
});

it('is opened, recorded, put to the unit and concluded; each guard says who may do what next', async () => {
  await office.moveTo('2025-03-10T08:00:00+07:00');
  const programme = await head.get<{ inspections: { itemId: string }[] }>(
    '/api/v1/inspection-programmes/2025',
  );
  const opening = {
    itemId: programme.body.inspections[0]?.itemId,
    ...{ kind: 'discipline', unitId: LAW, leaderPostId: await postOf(head) },
    ...{ memberPostIds: [await postOf(finance)], basis: '12/QĐ-UBND', about: ['Giờ làm việc'] },
    ...{ from: '2025-03-10', to: '2025-03-12' },
  };
  const own = { ...opening, memberPostIds: [await postOf(justice)] };
  expect((await post(head, 'inspections', own)).body).toMatchObject({
    code: 'inspects_own_unit',
    rule: 'R3',
  });
  const { inspectionId: id } = (await post(head, 'inspections', opening)).body;
  const at = `inspections/${id}`;
  expect(await mayDo(finance, at)).toEqual(['RecordInspection', 'NoteFinding', 'WithdrawFinding']);
  const record = {
    ...{ day: '2025-03-10', place: 'Trụ sở UBND xã', present: ['Trưởng đoàn', 'Công chức Tư pháp'] },
    text: 'Đoàn kiểm tra sổ trực và giờ làm việc của bộ phận.',
  };
  expect((await post(justice, `${at}/record`, record)).body.code).toBe('not_of_the_team');
  expect((await post(finance, `${at}/record`, record)).status).toBe(201);
  const fault = { kind: 'fault', text: 'Hai ngày không có người trực.' };
  expect((await post(finance, `${at}/findings`, fault)).body).toMatchObject({
    code: 'finding_without_evidence',
    rule: 'R31',
  });
  const shown = { ...fault, evidence: 'Sổ trực ngày 03/03 và 04/03/2025' };
  expect((await post(finance, `${at}/findings`, shown)).status).toBe(201);
  await office.settled();
  expect(await waitingFor(justice, 'inspection')).toEqual([['do', id]]);
  expect((await post(justice, `${at}/opinion`, { agrees: 'yes', text: 'Nhất trí.' })).status).toBe(201);
  const [finding] = (await one(id)).findings;
  const requirements = [
    { findingId: finding?.findingId, text: 'Phân công người trực hằng ngày.', dueDay: '2025-03-28' },
  ];
  const conclusion = { text: 'Bộ phận chấp hành chưa nghiêm giờ làm việc.', requirements };
  expect((await post(head, `${at}/conclusion`, conclusion)).body.code).toBe('not_open_to_role');
  expect((await post(chairman, `${at}/conclusion`, conclusion)).status).toBe(201);
  expect(await mayDo(justice, at)).toEqual(['ReportRemedy']);
  await office.settled();
  const next = await head.get<{ foundLacking: object[] }>('/api/v1/plans/2025/next');
  expect(next.body.foundLacking).toMatchObject([
    { inspectionId: id, unitId: LAW, text: 'Phân công người trực hằng ngày.', status: 'open' },
  ]);
  expect(await waitingFor(justice, 'inspection')).toEqual([['do', id]]);
  KEPT.inspection = id;
});

it('a note of the Fatherland Front has its days from when it is received, and the unit that answers', async () => {
  const receive = (documentNumber: string) =>
    post(front, 'oversight-notes', {
      ...{ overseer: 'fatherland-front', documentNumber, documentDate: '2025-03-07' },
      text: 'Đề nghị bảo đảm người trực tại Bộ phận Một cửa.',
    });
  const { noteId: answered } = (await receive('14/MTTQ')).body;
  KEPT.note = (await receive('15/MTTQ')).body.noteId;
  const assign = (id: string) => post(head, `oversight-notes/${id}/assignment`, { unitId: LAW });
  expect([(await assign(answered)).status, (await assign(KEPT.note)).status]).toEqual([201, 201]);
  const answer = {
    ...{ documentNumber: '20/UBND-VP', text: 'UBND xã tiếp thu và đã phân công người trực.' },
    done: 'Đã phân công người trực hằng ngày.',
  };
  expect((await post(finance, `oversight-notes/${answered}/answer`, answer)).body.code).toBe(
    'not_the_answering_unit',
  );
  expect((await post(justice, `oversight-notes/${answered}/answer`, answer)).status).toBe(201);
  const note = (await front.get<Note>(`/api/v1/oversight-notes/${answered}`)).body;
  expect(note).toMatchObject({ status: 'answered', late: false, due: '2025-03-25T17:00:00.000+07:00' });
});

it('R6, R7: what is not remedied or answered in its time is missed once, escalated, and shown as overdue', async () => {
  await office.moveTo('2025-03-31T17:00:00+07:00');
  const passed = (await typesOf(KEPT.inspection)).slice(-3);
  expect(passed).toEqual(['RequirementReminded', 'RequirementMissed', 'RequirementEscalated']);
  expect((await typesOf(KEPT.note)).slice(2, 5)).toEqual([
    'OversightNoteReminded',
    'OversightNoteMissed',
    'OversightNoteEscalated',
  ]);
  const late = await head.get<Page<Inspection>>('/api/v1/inspections?status=overdue');
  expect(late.body.items).toMatchObject([{ id: KEPT.inspection, faults: 1, required: 1, overdue: 1 }]);
  const notes = await head.get<Page<Note>>('/api/v1/oversight-notes?status=overdue');
  expect(notes.body.items).toMatchObject([{ id: KEPT.note, overdue: true }]);
  expect(await figures()).toMatchObject({
    inspected: 1,
    required: 1,
    remedied: 0,
    remediedShare: 0,
    overdue: 1,
  });
});

it('a remedy is late that comes late, is verified by another (R3), and closes the inspection; a rebuild says the same', async () => {
  const at = `inspections/${KEPT.inspection}`;
  const [{ requirementId } = { requirementId: '' }] = (await one(KEPT.inspection)).requirements;
  const on = `${at}/requirements/${requirementId}`;
  const remedy = { text: 'Đã có bảng phân công trực.', evidence: 'Bảng trực tháng 4/2025' };
  expect((await post(finance, `${on}/remedy`, remedy)).body.code).toBe('not_the_inspected_unit');
  expect((await post(justice, `${on}/remedy`, remedy)).status).toBe(201);
  await office.settled();
  expect(await waitingFor(finance, 'inspection')).toEqual([['decide', KEPT.inspection]]);
  expect((await post(chairman, `${at}/closure`)).body.code).toBe('remedies_open');
  expect((await post(justice, `${on}/verification`)).body).toMatchObject({ code: 'own_remedy', rule: 'R3' });
  expect((await post(finance, `${on}/rejection`, { reason: 'Bảng trực chưa ký.' })).status).toBe(201);
  expect((await post(justice, `${on}/remedy`, remedy)).status).toBe(201);
  expect((await post(finance, `${on}/verification`)).status).toBe(201);
  expect((await post(chairman, `${at}/closure`)).status).toBe(201);
  const whole = await one(KEPT.inspection);
  expect(whole).toMatchObject({
    status: 'closed',
    remedied: 1,
    requirements: [{ late: true, overdue: false }],
  });
  await office.settled();
  const before = await figures();
  expect(before).toMatchObject({ remediedShare: 100, overdue: 0 });
  const model = projections.find(({ name }) => name === 'inspection');
  if (model) await rebuild(office.runtime.pool, office.runtime.projector, model);
  expect(await figures()).toEqual(before);
});

it('R28: what is still to be remedied or answered goes to the successor of an office that ends', async () => {
  const opening = {
    ...{ kind: 'duty', unitId: CULTURE, leaderPostId: await postOf(head), memberPostIds: [] },
    ...{ basis: 'Kiểm tra đột xuất', from: '2025-03-31', to: '2025-03-31', about: ['Công vụ'] },
  };
  const { inspectionId: id } = (await post(head, 'inspections', opening)).body;
  const form = withPeople(successorForm, await peopleOf(office.runtime, demoForm));
  await foundAccounts(office.runtime, form, await foundOffice(office.runtime, form), () => PASSWORD);
  const signIn = await client(office.url).post<{ token: string }>(
    `/api/v1/offices/${successorForm.office}/sessions`,
    { username: 'chairman', password: PASSWORD },
  );
  const there = client(office.url, signIn.body.token);
  expect(await agreeToTakeOver(there)).toBe(201);
  expect((await post(chairman, 'organisation/succession', succession)).status).toBe(201);
  await office.settled();
  await office.settled();
  expect((await one(id)).status).toBe('transferred');
  const heir = unitId(successorForm.office, 'Công chức Văn hóa - Xã hội');
  expect(await one(id, there)).toMatchObject({ status: 'opened', unitId: heir });
  const note = (await there.get<Note>(`/api/v1/oversight-notes/${KEPT.note}`)).body;
  expect(note).toMatchObject({ status: 'assigned', overdue: true });
});
