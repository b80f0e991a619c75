import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import { client, signIn, type Client, PASSWORD } from '../support/client.js';
import { mb } from '../support/mb.js';
import { startService, type Service } from '../support/service.js';

interface Recorded {
  events: unknown[];
}
interface Work {
  items: { kind: string; subject: string; need: string }[];
  counts: { late: number; decide: number };
}

const PATIENCE_MS = 60_000;
let service: Service;
let recorded: number;
const as = async (username: string): Promise<Client> =>
  client(service.url, await signIn(service.url, username));

beforeAll(async () => {
  const packed = await readFile('seeds/lived-in.json.br');
  const { events } = JSON.parse((await promisify(brotliDecompress)(packed)).toString()) as Recorded;
  recorded = events.length;
  service = await startService({ DEMO_START: 'lived-in', DEMO_PASSWORD: PASSWORD });
  await service.announced;
}, PATIENCE_MS);
afterAll(() => service.stop());

/** How many events the office's ledger has sealed. */
async function sealed(): Promise<number> {
  const note = await fetch(`${service.url}/ledger/thieu-van/checkpoint`);
  return Number((await note.text()).split('\n')[1]);
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await what());) {
    if (Date.now() > end) throw new Error('it did not come');
    await sleep(50);
  }
}

it('it opens on a working morning, with its months behind it', async () => {
  const ready = (await (await fetch(`${service.url}/readyz`)).json()) as { clock: string; status: string };
  expect(ready).toMatchObject({
    status: 'ready',
    clock: expect.stringMatching(/^2025-06-04T(00|07):3/) as string,
  });
  const chairman = await as('chairman');
  const { body: work } = await chairman.get<Work>('/api/v1/work');
  expect(work.counts.decide).toBeGreaterThan(0);
  const { body: dossiers } = await chairman.get<{ items: unknown[] }>(
    '/api/v1/dossiers?receivedFrom=2000-01-01&limit=50',
  );
  expect(dossiers.items).toHaveLength(50);
  const numbers = async (path: string) =>
    (await chairman.get<{ items: { number: string }[] }>(path)).body.items.map(({ number }) => number);
  expect(await numbers('/api/v1/tasks?state=late&limit=50')).toEqual(['II.3', 'II.5']);
  const { body: reports } = await chairman.get<{ items: { definition: string; status: string }[] }>(
    '/api/v1/reports?year=2025',
  );
  expect(reports.items.map(({ definition, status }) => [definition, status])).toEqual([
    ['cchc-quarter-1', 'sent'],
    ['cchc-six-months', 'draft'],
    ['tthc-quarter-1', 'sent'],
    ['tthc-quarter-2', 'draft'],
  ]);
  const { body: inspections } = await chairman.get<{ items: { status: string; required: number }[] }>(
    '/api/v1/inspections?year=2025',
  );
  expect(inspections.items).toMatchObject([{ status: 'concluded', required: 1, remedied: 0, overdue: 0 }]);
});

it('leaders find what they ask for: officials and units scored, money beside what was spent, registers, the survey', async () => {
  const chairman = await as('chairman');
  const read = async <T>(path: string) => (await chairman.get<T>(`/api/v1/${path}`)).body;
  const { items } = await read<{
    items: { proposal: { counted: { months: number; lateOrPoor: number } } }[];
  }>('evaluation-years/2025/proposals');
  // Five specialists, four months of two pieces of work scored; one was late in March, one in April, one sent back in February.
  expect(items.map(({ proposal }) => proposal.counted.months)).toEqual([4, 4, 4, 4, 4]);
  expect(items.reduce((sum, { proposal }) => sum + proposal.counted.lateOrPoor, 0)).toBe(3);
  const rounds = await read<{ items: { stage: string }[] }>('scoring-rounds');
  expect(rounds.items).toMatchObject([{ stage: 'appraisal' }]);
  const handled = await read<{ items: { rank: number | null }[] }>('dossier-handling?year=2025&quarter=1');
  expect(handled.items.some(({ rank }) => rank === 1)).toBe(true);
  const money = await read<{ total: { allocated: number; spent: number } }>('plans/2025/money');
  expect(money.total).toMatchObject({ allocated: 214_000_000, spent: 95_900_000 });
  const totals = await read<{ items: { kind: string; entries: number }[] }>('registers/totals');
  expect(new Set(totals.items.map(({ kind }) => kind)).size).toBe(8);
  const survey = await read<{ answered: number; questions: { mean: number | null }[] }>(
    'survey?from=2025-01-01&to=2025-06-03',
  );
  expect(survey.answered).toBeGreaterThan(50);
  expect(survey.questions.every(({ mean }) => mean !== null)).toBe(true);
});

it('what was decided in those months is decided once: nothing follows that was not done since', async () => {
  expect(await sealed()).toBe(recorded);
  const admin = await as('admin');
  expect((await admin.post('/api/v1/demo/clock', { to: '2025-06-04T07:45:00+07:00' })).status).toBe(200);
  const chairman = await as('chairman');
  const { body: work } = await chairman.get<Work>('/api/v1/work');
  const task = work.items.find(({ kind, need }) => kind === 'task' && need === 'decide');
  const urged = await chairman.post(`/api/v1/tasks/${task?.subject}/urgings`, {
    text: 'Báo cáo trước 10 giờ.',
  });
  expect(urged.status).toBe(201);
  await until(async () => (await sealed()) > recorded);
  expect(await sealed()).toBe(recorded + 1);
});

it('its log and its vault are proved, and nothing is wrong with it', async () => {
  const env = { DATA_DIR: service.dataDir, DEMO_PASSWORD: PASSWORD };
  const verified = await mb(['verify', '--live', '--vault', '--json'], env);
  expect(verified).toMatchObject({ status: 0 });
  const { status, out } = await mb(['doctor'], env);
  expect({ status, wrong: out.split('\n').filter((line) => line.startsWith('✗')) }).toEqual({
    status: 0,
    wrong: [],
  });
  expect(out).toMatch(/✓ thieu-van\/vault +89 unchanged since received/);
});

it(
  'started again, it is the same office',
  async () => {
    const size = await sealed();
    await service.stop('keep');
    service = await startService({ DEMO_START: 'lived-in', DEMO_PASSWORD: PASSWORD }, service.dataDir);
    await service.announced;
    expect(await sealed()).toBe(size);
  },
  PATIENCE_MS,
);
