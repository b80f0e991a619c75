import type { OpenAPIObject } from '@nestjs/swagger';
import { documentAlone } from '../../apps/api/src/document/alone.js';
import { POLICY } from '../../apps/api/src/policy.js';
import { portalRoutes } from '../../apps/api/src/portal/portal.routes.js';
import type { Entry, Page, TaskItem, Written } from '../support/answers.js';
import { watchAnswers } from '../support/client.js';
import { Described } from '../support/described.js';
import { countALittle } from '../support/counted-work.js';
import { openDesk } from '../support/desk.js';
import { evaluateALittle } from '../support/evaluated.js';
import { PDF, filesOf } from '../support/files.js';
import { inspectALittle } from '../support/inspected.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

/** Pages for people, and what monitors ask: no part of the API. */
const APART = [
  'GET /',
  'GET /healthz',
  'GET /app',
  'GET /app/*',
  'GET /app/assets/*',
  'GET /authority.crt',
  'GET /readyz',
  'GET /metrics',
  ...Object.keys(portalRoutes),
];
/** Reads that the walk below can't come to: a provider of sign-on, and a stream without end. */
const NOT_WALKED = ['SingleSignOn_begin', 'SingleSignOn_end', 'Changes_follow'];

let office: RunningOffice;
let document: OpenAPIObject;
let described: Described;
const mismatches: string[] = [];

beforeAll(async () => {
  office = await runningOffice();
  document = (await client(office.url).get<OpenAPIObject>('/api/openapi.json')).body;
  described = new Described(document);
  watchAnswers((answer) => {
    const mismatch = described.mismatch(answer);
    if (mismatch !== undefined) mismatches.push(mismatch);
  });
});
afterAll(() => office.close());

const routeOf = ({ method, path }: { method: string; path: string }) =>
  `${method} ${path.replace('{path}', '*').replaceAll(/\{(\w+)\}/g, ':$1')}`;

it('every route of the running API is described, each with what it answers', () => {
  expect([...described.places.map(routeOf), ...APART].sort()).toEqual(Object.keys(POLICY).sort());
  const unsaid = described.places.filter(({ operation }) =>
    Object.entries(operation.responses).every(
      ([status, { content = {} }]) =>
        !['204', '303'].includes(status) && !Object.values(content).some(({ schema }) => schema),
    ),
  );
  expect(unsaid.map(routeOf)).toEqual([]);
});

it('is the same with no API behind it, as clients are made from', async () => {
  expect(JSON.parse(JSON.stringify(await documentAlone()))).toEqual(document);
});

it('what is answered is what is described, on every route that reads', async () => {
  await liveALittle();
  await readAll();
  expect(mismatches).toEqual([]);
  const reads = described.places.filter(({ method }) => method === 'GET');
  const unseen = reads.filter(({ operation }) => !described.answered.has(operation.operationId));
  expect(unseen.map(({ operation }) => operation.operationId).sort()).toEqual([...NOT_WALKED].sort());
}, 300_000);

const ids: Record<string, string> = {};
let at: Awaited<ReturnType<typeof openDesk>>;
let admin: Client, oversight: Client, outside: Client;

/** Something of everything that can be read. */
async function liveALittle() {
  at = await openDesk(office);
  [admin, oversight] = [await office.as('admin'), await office.as('oversight')];
  outside = client(office.url);
  const received = await at.receive();
  const id = received.body.dossierId;
  ids.dossier = id;
  const ended = (await at.receive()).body.dossierId;
  await at.act(at.desk, ended, 'withdrawal', { reason: 'Công dân xin rút' });
  ids.ended = ended;
  await at.act(at.desk, id, 'hand-overs', { step: 1, toPostId: await at.postOf('justice') });
  await at.act(at.justice, id, 'acceptances');
  await at.act(at.desk, id, 'contacts', { way: 'phone', text: 'Đã gọi điện báo lịch hẹn cho công dân.' });
  const submitted = await outside.post<{ dossierId: string; lookup: object }>('/public/thieu-van/dossiers', {
    procedureCode: '1.004884',
    components: [],
    applicant: { name: 'Lê Thị Nộp', phone: '0900000001' },
  });
  ids.submission = submitted.body.dossierId;
  await outside.post('/public/thieu-van/dossiers/lookup', submitted.body.lookup);
  const sent = await outside.post<{ lookup: { code: string; secret: string } }>(
    '/public/thieu-van/feedback',
    {
      text: 'Đường vào thôn bị ngập mỗi khi mưa lớn, đề nghị xã sửa cống thoát nước.',
      name: 'Lê Văn Dân',
    },
  );
  ids.feedback = sent.body.lookup.code;
  await outside.post('/public/thieu-van/feedback/lookup', sent.body.lookup);
  const dialogue = await at.head.post<Written & { dialogueId: string }>('/api/v1/dialogues', {
    title: 'Đối thoại với người dân quý I',
    day: '2025-01-03',
    place: 'Nhà văn hóa xã',
    parties: 'citizens',
    chairPostId: await at.postOf('chairman'),
    agenda: ['Thủ tục đất đai'],
  });
  ids.dialogue = dialogue.body.dialogueId;
  await at.head.post(`/api/v1/dialogues/${ids.dialogue}/questions`, {
    text: 'Bao giờ xã niêm yết lịch tiếp dân hằng tuần?',
  });
  const me = (await at.head.get<{ id: string }>('/api/v1/sessions/me')).body.id;
  await admin.post('/api/v1/api-tokens', {
    personId: me,
    name: 'Cổng dữ liệu',
    scopes: ['read'],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  await oversight.post('/api/v1/audit/subscriptions', { email: 'giam-sat@example.com' });
  ids.calendar = (await at.justice.post<{ path: string }>('/api/v1/work/calendar-address', {})).body.path;
  const { items } = (await at.justice.get<Page<TaskItem>>('/api/v1/tasks?lead=me')).body;
  ids.task = items[0]?.id ?? '';
  await at.justice.post(`/api/v1/tasks/${ids.task}/acknowledgement`, {});
  await at.justice.post(`/api/v1/tasks/${ids.task}/progress-reports`, { percent: 40, text: 'Đã rà soát' });
  ids.entry = await countALittle(at.head, at.justice, ids.task);
  Object.assign(ids, await inspectALittle(at, oversight));
  Object.assign(ids, await evaluateALittle(at));
  ids.file = (await filesOf(office, at.justice).upload(PDF)).body.fileId;
  await at.justice.get(`/api/v1/files/${ids.file}`);
  await office.moveTo('2025-02-28T09:00:00+07:00');
  await office.seal();
}

async function readAll() {
  const { body: trail } = await oversight.get<Page<Entry>>('/api/v1/audit?limit=200&order=desc&seal=yes');
  ids.event = trail.items.at(-1)?.eventId ?? '';
  await at.act(at.desk, ids.ended ?? '', 'archive-package');
  const whole = await at.desk.get<{ applicantId: string }>(`/api/v1/dossiers/${ids.dossier}`);
  ids.applicant = whole.body.applicantId;
  const documents = await at.desk.get<Page<{ id: string }>>(`/api/v1/dossiers/${ids.dossier}/documents`);
  ids.document = documents.body.items[0]?.id ?? '';
  const reports = (await at.head.get<Page<{ id: string; definition: string }>>('/api/v1/reports')).body.items;
  const report = reports[0]?.id;
  const onThePlan = reports.find(({ definition }) => definition.startsWith('cchc'))?.id;
  const account = (await at.justice.get<{ id: string }>('/api/v1/sessions/me')).body.id;
  const asked: [Client, ...string[]][] = [
    [admin, '/api/v1/sessions', '/api/v1/sessions/me/keeping-keys', '/api/v1/api-tokens'],
    [admin, '/api/v1/deliveries', '/api/v1/webhooks'],
    [admin, `/api/v1/accounts/${account}/factor-removal`, `/api/v1/accounts/${account}/acts`],
    [admin, '/api/v1/accounts', '/api/v1/accounts?limit=2', '/api/v1/doctor', '/api/v1/doctor/parked'],
    [admin, '/api/v1/calendar', '/api/v1/calendar?year=2031', '/api/v1/calendar/acts'],
    [
      oversight,
      '/api/v1/audit/vocabulary',
      '/api/v1/audit/subscriptions',
      '/api/v1/audit/export.csv',
      '/api/v1/audit/export.ndjson',
    ],
    [oversight, '/api/v1/persons/readings/unusual?day=2025-01-02'],
    [at.justice, '/api/v1/tasks', `/api/v1/tasks/${ids.task}`, `/api/v1/tasks/${ids.task}/acts`],
    [at.justice, `/api/v1/tasks/${ids.task}/money`, '/api/v1/plans/2025/money', '/api/v1/survey'],
    [
      at.justice,
      ...['', '/kinds', '/totals', `/${ids.entry}`, `/${ids.entry}/acts`].map(
        (one) => `/api/v1/registers${one}`,
      ),
    ],
    [
      at.justice,
      `/api/v1/tasks/${ids.task}/differences?from=2025-01-02T08:00:00%2B07:00&to=2025-01-02T23:00:00%2B07:00`,
    ],
    [
      at.justice,
      '/api/v1/plans/2025',
      '/api/v1/plans/2025/progress',
      '/api/v1/plans/2025/acts',
      '/api/v1/inbox',
      '/api/v1/inbox/choices',
    ],
    [at.justice, `/api/v1/files/${ids.file}`, '/api/v1/work/calendar-address', `${ids.calendar}`],
    [at.head, '/api/v1/plans/2025/next', '/api/v1/plans/2025/next?scope=all'],
    [at.head, '/api/v1/organisation', '/api/v1/organisation/delegations', '/api/v1/procedures'],
    [at.head, '/api/v1/organisation?on=2024-06-01', '/api/v1/organisation/acts', '/api/v1/procedures/acts'],
    [at.head, `/api/v1/organisation/posts/${await at.postOf('chairman')}/tenures`],
    [at.head, '/api/v1/procedures/acts?of=1.004884'],
    [at.desk, '/api/v1/work', '/api/v1/dossiers', '/api/v1/dossiers/figures?from=2025-01-01&to=2025-01-31'],
    [at.head, '/api/v1/procedures/in-force', '/api/v1/procedures/1.004884/appointment'],
    [at.desk, `/api/v1/dossiers/${ids.submission}`, `/api/v1/dossiers/${ids.dossier}/acts`],
    [at.desk, `/api/v1/dossiers/${ids.dossier}/words?purpose=tiếp dân`],
    [at.desk, `/api/v1/dossiers/reusable/${ids.applicant}`, `/api/v1/documents/${ids.document}`],
    [at.desk, `/api/v1/dossiers/${ids.dossier}/apology-draft`],
    [at.desk, `/api/v1/dossiers/${ids.dossier}/receipt-code`],
    [at.desk, `/api/v1/dossiers/${ids.ended}/archive-package`],
    [at.desk, `/api/v1/persons/${ids.applicant}?purpose=tiếp dân`],
    [at.desk, `/api/v1/persons/${ids.applicant}/export?purpose=tiếp dân`],
    [
      at.head,
      '/api/v1/feedback',
      `/api/v1/feedback/${ids.feedback}`,
      `/api/v1/feedback/${ids.feedback}/acts`,
    ],
    [at.head, `/api/v1/feedback/${ids.feedback}/words?purpose=phân loại`],
    [
      at.head,
      '/api/v1/reports',
      ...['', '/acts', '/figures/open'].map((one) => `/api/v1/reports/${report}${one}`),
    ],
    [
      at.head,
      '/api/v1/plans/2025/brief?format=xlsx',
      '/api/v1/indices?from=2025-01-01&to=2025-03-31&by=unit',
      '/api/v1/indices/service?period=2025-Q1',
      '/api/v1/indices/forecast?year=2025',
      '/api/v1/indices/service/dossiers/received?period=2025',
      '/api/v1/indices/service/procedures/proceduresOffered?period=2025',
      '/api/v1/indices/service/feedback/due?period=2025',
    ],
    [at.head, `/api/v1/reports/${onThePlan}/plan-figures/tasks`],
    [at.head, `/api/v1/reports/${report}/procedure-figures/procedures`],
    [at.head, ...['csv', 'xlsx'].map((one) => `/api/v1/reports/${report}/output?format=${one}`)],
    [at.head, '/api/v1/inspection-programmes/2025', '/api/v1/inspection-programmes/2025/acts'],
    [at.head, '/api/v1/inspections', '/api/v1/inspections/figures?year=2025', '/api/v1/oversight-notes'],
    [at.head, ...['', '/acts'].map((one) => `/api/v1/inspections/${ids.inspection}${one}`)],
    [at.head, ...['', '/acts'].map((one) => `/api/v1/oversight-notes/${ids.note}${one}`)],
    [at.head, ...['', '/acts', '/proposals'].map((one) => `/api/v1/evaluation-years/2025${one}`)],
    [at.head, '/api/v1/dossier-handling?year=2025', '/api/v1/dossier-handling/output?year=2025&format=xlsx'],
    [at.head, `/api/v1/dossier-handling/${ids.unit}/dossiers?year=2025`],
    [at.head, `/api/v1/evaluation-years/2026/units/${ids.unit}/training`],
    [at.head, '/api/v1/evaluations?year=2025', `/api/v1/evaluation-years/2026/units/${ids.unit}`],
    [at.head, ...['', '/acts', '/training'].map((one) => `/api/v1/evaluations/${ids.evaluation}${one}`)],
    [at.head, '/api/v1/product-catalogues/2025'],
    [at.head, '/api/v1/scoring-sheets', '/api/v1/scoring-sheets/CCHC-2025'],
    [at.head, ...['', `/${ids.round}`, `/${ids.round}/acts`].map((one) => `/api/v1/scoring-rounds${one}`)],
    [at.head, '/api/v1/dialogues', `/api/v1/dialogues/${ids.dialogue}`],
    [at.head, `/api/v1/dialogues/${ids.dialogue}/words?purpose=trả lời`],
    [
      outside,
      ...['procedures', 'apologies', 'results', 'feedback', 'survey'].map(
        (one) => `/public/thieu-van/${one}`,
      ),
    ],
    ...['dossiers', 'procedures', 'plan-progress'].map((set): [Client, ...string[]] => [
      outside,
      ...['', '?format=csv'].map((how) => `/public/thieu-van/open-data/${set}${how}`),
    ]),
    [
      outside,
      ...[
        ...['checkpoint', 'key', 'erased', 'witnesses', 'consistency?from=1', 'tile/0/000.p/1'],
        ...[`proofs/${ids.event}`, `subjects/${ids.dossier}`],
      ].map((one) => `/ledger/thieu-van/${one}`),
    ],
  ];
  for (const [by, ...paths] of asked) for (const path of paths) await by.get(path);
}
