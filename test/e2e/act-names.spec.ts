import { randomUUID } from 'node:crypto';
import { derivedId } from '../../libs/kernel/src/index.js';
import { demoForm, foundOffice } from '../../apps/runtime/src/index.js';
import type { Page, Problem, TaskItem, Written } from '../support/answers.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let stranger: Client;
beforeAll(async () => {
  office = await runningOffice();
  stranger = client(office.url);
});
afterAll(() => office.close());

const under = (key: string) => ({ 'idempotency-key': key });
const reused = { status: 422, body: { code: 'idempotency_key_reused', rule: 'R35' } };
/** All that was done; readings are sealed whenever their minute is over. */
const events = async (): Promise<number> =>
  (
    await office.database
      .owner()
      .query<{ n: number }>(`select count(*)::int as n from event where type <> 'ReadingsSealed'`)
  ).rows[0]!.n;

interface Sent extends Problem {
  lookup: { code: string; secret: string };
}
const send = (key: string, text: string, author: object = {}) =>
  stranger.post<Sent>('/public/thieu-van/feedback', { text, ...author }, under(key));

describe('R35: a repetition is proved by the whole body, also by what goes into the vault', () => {
  it('feedback: the same gets its first answer, other words change nothing', async () => {
    const key = randomUUID();
    const complaint = 'Cán bộ X đòi tiền khi tôi nộp hồ sơ.';
    const first = await send(key, complaint, { name: 'Trần Thị Dân' });
    expect((await send(key, complaint, { name: 'Trần Thị Dân' })).body.lookup).toEqual(first.body.lookup);
    const before = await events();
    expect(await send(key, 'Cán bộ rất tận tình, tôi khen ngợi.', { name: 'Trần Thị Dân' })).toMatchObject(
      reused,
    );
    expect(await send(key, complaint, { name: 'Người khác' })).toMatchObject(reused);
    expect(await events()).toBe(before);
    const head = await office.as('head-of-office');
    const { body } = await head.get<{ text: string }>(
      `/api/v1/feedback/${first.body.lookup.code}/words?purpose=ki%E1%BB%83m%20tra`,
    );
    expect(JSON.stringify(body)).toContain(complaint);
  });

  it('an online submission: other facts of the applicant, other papers', async () => {
    const key = randomUUID();
    const submitted = {
      procedureCode: '1.004884',
      components: [{ name: 'Tờ khai đăng ký lại khai sinh', form: 'copy' }],
      applicant: { name: 'Trần Thị Dân', phone: '0912345678' },
    };
    const submit = (body: object) => stranger.post<Sent>('/public/thieu-van/dossiers', body, under(key));
    const first = await submit(submitted);
    expect(first.status).toBe(201);
    expect((await submit(submitted)).body.lookup).toEqual(first.body.lookup);
    const before = await events();
    const forger = { name: 'Kẻ Giả Mạo', phone: '0999999999' };
    expect(await submit({ ...submitted, applicant: forger })).toMatchObject(reused);
    expect(await submit({ ...submitted, components: [] })).toMatchObject(reused);
    expect(await events()).toBe(before);
  });

  it('a person', async () => {
    const justice = await office.as('justice');
    const me = await justice.get<{ posts: { unitId: string }[] }>('/api/v1/sessions/me');
    const key = randomUUID();
    const register = (name: string) =>
      justice.post<{ personId: string } & Problem>(
        '/api/v1/persons',
        { name, unitId: me.body.posts[0]!.unitId },
        under(key),
      );
    const { personId } = (await register('Lê Văn Thật')).body;
    expect(await register('Lê Văn Giả')).toMatchObject(reused);
    const { body } = await justice.get<{ name: string }>(
      `/api/v1/persons/${personId}?purpose=ki%E1%BB%83m%20tra`,
    );
    expect(body.name).toBe('Lê Văn Thật');
  });

  it('an account: its password stays the first one', async () => {
    const admin = await office.as('admin');
    const key = randomUUID();
    const open = (password: string) =>
      admin.post<Written & Problem>(
        '/api/v1/accounts',
        { username: 'moi', name: 'Mới', password },
        under(key),
      );
    expect((await open('mot-mat-khau-that-dai-1')).status).toBe(201);
    expect(await open('mot-mat-khau-that-dai-2')).toMatchObject(reused);
    const signIn = (password: string) =>
      stranger.post<Problem>('/api/v1/sessions', { username: 'moi', password });
    expect((await signIn('mot-mat-khau-that-dai-1')).status).toBe(201);
    expect((await signIn('mot-mat-khau-that-dai-2')).status).toBe(401);
  });

  it('a file', async () => {
    const justice = await office.as('justice');
    const upload = (key: string, bytes: string) =>
      justice.post<{ sha256: string } & Problem>(
        '/api/v1/files?name=a.pdf',
        new TextEncoder().encode(bytes),
        {
          'content-type': 'application/octet-stream',
          ...under(key),
        },
      );
    const key = randomUUID();
    const pdf = (n: number) =>
      `%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%${n}\ntrailer<</Root 1 0 R>>\n%%EOF`;
    const first = await upload(key, pdf(1));
    expect(first.status).toBe(201);
    expect((await upload(key, pdf(1))).body.sha256).toBe(first.body.sha256);
    expect(await upload(key, pdf(2))).toMatchObject(reused);
  });
});

describe('a key is a name in its own client’s namespace', () => {
  const ownTask = async (who: Client) =>
    (await who.get<Page<TaskItem>>('/api/v1/tasks?lead=me')).body.items[0]!.id;
  const report = async (who: Client, key: string) =>
    who.post<Written & Problem>(
      `/api/v1/tasks/${await ownTask(who)}/progress-reports`,
      { percent: 20, text: 'Đang làm.' },
      under(key),
    );

  it('two people may use the same key, quoted or in capitals it is the same, and what is no UUID is refused', async () => {
    const [justice, culture] = [await office.as('justice'), await office.as('culture')];
    const key = randomUUID();
    const first = await report(justice, key);
    const before = await events();
    expect((await report(justice, `"${key}"`)).body.version).toBe(first.body.version);
    expect((await report(justice, key.toUpperCase())).body.version).toBe(first.body.version);
    expect(await events()).toBe(before);
    expect((await report(culture, key)).status).toBe(201);
    expect(await events()).toBe(before + 1);
    expect((await report(culture, 'khong-phai-uuid')).body.code).toBe('invalid_input');
  });

  it('one used in another office is a name of its own there: no repetition, no secret, and nothing kept from anybody', async () => {
    const neighbour = { ...demoForm, office: 'xa-ben', name: 'Xã bên' };
    await foundOffice(office.runtime, neighbour);
    const key = randomUUID();
    const words = 'Đường thôn 3 ngập sau mưa.';
    const first = await send(key, words);
    const there = (text: string) =>
      stranger.post<Sent>(`/public/${neighbour.office}/feedback`, { text }, under(key));
    const second = await there(words);
    expect([second.status, second.body.lookup.code === first.body.lookup.code]).toEqual([201, false]);
    expect(second.body.lookup.secret).not.toBe(first.body.lookup.secret);
    expect(await there('Lời khác dưới cùng một khóa.')).toMatchObject(reused);
    const elsewhere = await stranger.post<Problem>(
      `/public/${neighbour.office}/feedback/lookup`,
      first.body.lookup,
    );
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'unknown_feedback']);
    expect((await send(key, words)).body.lookup).toEqual(first.body.lookup);
  });

  it('it is published nowhere, and kept nowhere', async () => {
    const key = randomUUID();
    await send(key, 'Xin hỏi giờ làm việc của bộ phận một cửa.');
    const { rows } = await office.database
      .owner()
      .query('select from event e where e::text like $1', [`%${key}%`]);
    expect(rows).toEqual([]);
  });

  it('C2, R6: what a worker must do can’t be kept from it by whoever computes the name of its step', async () => {
    const { rows } = await office.database
      .owner()
      .query<{ subject: string; occurrence_id: string; due: Date }>(
        `select subject, occurrence_id, due from rm_agenda.occurrence
       where due < '2025-04-30' and alarms @> '[{"step": "miss"}]' limit 1`,
      );
    const { subject, occurrence_id: occurrence, due } = rows[0]!;
    const squatted = derivedId(subject, occurrence, 'miss', due.toISOString());
    expect((await send(squatted, 'Một phản ánh bình thường của người dân.')).status).toBe(201);
    await office.moveTo('2025-05-05T08:00:00+07:00');
    const { rows: missed } = await office.database
      .owner()
      .query(
        `select from event where subject = $1 and type = 'DeadlineMissed' and data ->> 'occurrenceId' = $2`,
        [subject, occurrence],
      );
    expect(missed).toHaveLength(1);
  });
});
