import { newId } from '#kernel';
import { checkVault, unitId } from '../../apps/runtime/src/index.js';
import type { Problem, Written } from '../support/answers.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

const OFFICE = 'thieu-van';
const WORDS = 'Đường vào thôn Đắc Châu 1 bị ngập mỗi khi mưa lớn, đề nghị xã sửa cống thoát nước.';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

let office: RunningOffice;
/** The next API that may be killed. */
let victim = 1;
beforeAll(async () => {
  office = await runningOffice({ apis: 5 });
});
afterAll(() => office.close());

/** The API that did an act dies, and its connections with it, while the act waits for this table; answers what it was at. */
async function diesAt(table: string, act: (url: string) => Promise<unknown>): Promise<string[]> {
  const owner = office.database.owner();
  const at = victim;
  victim += 1;
  const holder = await owner.connect();
  try {
    await holder.query('begin');
    await holder.query(`lock table ${table} in share mode`);
    const answered = act(office.urls[at] ?? '').catch(() => undefined);
    const waiting = async () =>
      (
        await owner.query<{ pid: number; query: string }>(
          `select distinct pid, query from pg_stat_activity join pg_locks l using (pid)
           where not l.granted and l.relation = $1::regclass and query ~ 'append_|(insert into|update) vault'`,
          [table],
        )
      ).rows;
    await eventually(async () => (await waiting()).length > 0);
    const cut = await waiting();
    await office.processes[at]?.kill();
    await owner.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [
      cut.map(({ pid }) => pid),
    ]);
    await answered;
    return cut.map(({ query }) => query);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

async function findings() {
  await office.seal();
  const { runtime, vault } = office;
  return (await checkVault({ ...runtime, vault }, OFFICE)).findings;
}
const eventsOf = async (type: string, subject: string | null = null) =>
  (
    await office.database
      .owner()
      .query('select from event where type = $1 and subject = coalesce($2, subject)', [type, subject])
  ).rowCount;

describe('an act and what it puts into the vault go in together, or neither does', () => {
  it('a citizen’s words', async () => {
    const headers = { 'idempotency-key': newId() };
    const send = (url: string) =>
      client(url).post<Problem & { lookup: { code: string } }>(
        `/public/${OFFICE}/feedback`,
        { text: WORDS, name: 'Lê Văn Dân' },
        headers,
      );
    await diesAt('vault.fact', send);
    expect(await findings()).toEqual([]);
    expect([await eventsOf('FeedbackReceived'), await eventsOf('PersonRegistered')]).toEqual([0, 0]);

    const { status, body } = await send(office.url);
    expect(status).toBe(201);
    const head = await office.as('head-of-office');
    const words = await head.get(`/api/v1/feedback/${body.lookup.code}/words?purpose=phân loại`);
    expect(words.body).toMatchObject({ feedback: WORDS, name: 'Lê Văn Dân' });
    expect(await findings()).toEqual([]);
  });

  it('a correction', async () => {
    const justice = await office.as('justice');
    const { body } = await justice.post<Written & { personId: string }>('/api/v1/persons', {
      unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'),
      name: 'Trần Thị Dân',
    });
    const token = await office.tokenOf('justice');
    await diesAt('vault.fact', (url) =>
      client(url, token).post(`/api/v1/persons/${body.personId}/corrections`, { name: 'Trần Thị Dần' }),
    );
    expect(await findings()).toEqual([]);
    expect(await eventsOf('PersonCorrected')).toBe(0);
    const read = await justice.get(`/api/v1/persons/${body.personId}?purpose=Xác minh`);
    expect(read.body).toMatchObject({ name: 'Trần Thị Dân' });
  });

  it('until when the law keeps a record', async () => {
    const justice = await office.as('justice');
    const { body } = await justice.post<Written & { personId: string }>('/api/v1/persons', {
      unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'),
      name: 'Trần Thị Dân',
    });
    const token = await office.tokenOf('justice');
    const retain = (url: string) =>
      client(url, token).post(
        `/api/v1/persons/${body.personId}/retention`,
        { until: '2099-12-31', why: 'Luật Lưu trữ' },
        { 'idempotency-key': newId() },
      );
    await diesAt('vault.person', retain);
    expect(await eventsOf('PersonRetained', body.personId)).toBe(0);
    expect((await retain(office.url)).status).toBe(201);
    const head = await office.as('head-of-office');
    const erased = await head.post<Problem>(`/api/v1/persons/${body.personId}/erasure`, {
      reason: 'Công dân yêu cầu',
    });
    expect(erased.body.code).toBe('retention_running');
  });

  it.each(['vault.file', 'event'])(
    'a file, cut off at %s: without its event it is shown to nobody, and goes',
    async (table) => {
      const justice = await office.as('justice');
      const { body } = await justice.post<Written & { personId: string }>('/api/v1/persons', {
        unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'),
        name: 'Trần Thị Dân',
      });
      const token = await office.tokenOf('justice');
      const sent = {
        'idempotency-key': newId(),
        'content-type': 'application/octet-stream',
      };
      const upload = (url: string) =>
        client(url, token).post<{ fileId: string }>(
          `/api/v1/files?name=don.pdf&personId=${body.personId}`,
          PDF,
          sent,
        );
      await diesAt(table, upload);
      const owner = office.database.owner();
      const laidDown = async () =>
        (
          await owner.query<{ file_id: string }>('select file_id from vault.file where person_id = $1', [
            body.personId,
          ])
        ).rows;
      expect(await findings()).toEqual([]);
      expect(await eventsOf('FileKept', body.personId)).toBe(0);
      for (const { file_id: id } of await laidDown())
        expect((await justice.get(`/api/v1/files/${id}`)).status).toBe(404);

      await owner.query(
        `update vault.file set pending_since = now() - interval '2 days' where person_id = $1`,
        [body.personId],
      );
      office.startWorker();
      await eventually(async () => (await laidDown()).length === 0);
      const { fileId } = (await upload(office.url)).body;
      expect((await justice.get<string>(`/api/v1/files/${fileId}`)).body).toBe(PDF.toString());
      expect(await findings()).toEqual([]);
    },
  );
});
