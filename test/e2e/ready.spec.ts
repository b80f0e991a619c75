import { migrate } from '../../apps/runtime/src/index.js';
import type { Page, Problem, TaskItem } from '../support/answers.js';
import { apiProcess } from '../support/api-process.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { PASSWORD, SETTINGS, client, runningOffice } from '../support/running-office.js';
import { startService } from '../support/service.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase([]);
  await migrate(database.url);
});
afterEach(() => database.close());

it('says that it is ready, and prints its address, when the plan, the lists and the ledger can be seen', async () => {
  const service = await startService({
    DATABASE_URL: database.url,
    DEMO_PASSWORD: PASSWORD,
    MINH_BACH_CLOCK: '2025-01-02T08:00:00+07:00',
  });
  try {
    await service.announced;
    const { status, body } = await client(service.url).get<{ status: string }>('/readyz');
    const checkpoint = await client(service.url).get<string>('/ledger/thieu-van/checkpoint');
    const proof = { username: 'chairman', password: PASSWORD };
    const { token } = (await client(service.url).post<{ token: string }>('/api/v1/sessions', proof)).body;
    const tasks = await client(service.url, token).get<Page<TaskItem>>('/api/v1/tasks?limit=100');
    const { rows } = await database
      .owner()
      .query<{ n: number }>(`select count(*)::int as n from event where type = 'TaskAssigned'`);
    expect([status, body.status]).toEqual([200, 'ready']);
    expect(rows[0]?.n).toBe(36);
    expect(tasks.body.items.map(({ lead }) => lead.name).filter(Boolean)).toHaveLength(36);
    expect(Number(checkpoint.body.split('\n')[1])).toBeGreaterThan(100);
  } finally {
    await service.stop();
  }
}, 180_000);

it('an API without a worker is not ready: it says so, and what it waits for', async () => {
  const api = await apiProcess(database.url, { DEMO_PASSWORD: PASSWORD });
  try {
    const { status, headers, body } = await client(api.url).get<
      Problem & { values: { waitsFor: { office: string; reader: string }[] } }
    >('/readyz');
    expect([status, body.code]).toEqual([503, 'not_ready']);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.values.waitsFor).toEqual(
      expect.arrayContaining([
        { office: 'thieu-van', reader: 'task' },
        { office: 'thieu-van', reader: 'ledger' },
      ]),
    );
    expect((await client(api.url).get('/healthz')).status).toBe(200);
  } finally {
    await api.stop();
  }
}, 180_000);

it('no worker seen yet: for a minute after the start, or as long as is set, that is no fault', async () => {
  const office = await runningOffice();
  try {
    await Promise.all(office.processes.map((one) => one.stop()));
    await office.database.owner().query('delete from believed_on');
    const statusOf = async (env: Record<string, string>) => {
      const api = await apiProcess(office.database.url, { ...SETTINGS, ...env });
      const { body } = await client(api.url).get<{ status: string; workerUnseenFor: number | null }>(
        '/readyz',
      );
      await api.stop();
      return [body.status, body.workerUnseenFor];
    };
    expect(await statusOf({})).toEqual(['ready', null]);
    expect(await statusOf({ WORKER_GRACE: '0' })).toEqual(['degraded', null]);
  } finally {
    await office.close();
  }
}, 180_000);
