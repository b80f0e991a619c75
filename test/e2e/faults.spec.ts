import { randomUUID } from 'node:crypto';
import { testServer } from '../support/database.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { Wire } from '../support/wire.js';
import type { Problem, TaskItem, Page, Written } from '../support/answers.js';

let wire: Wire;
let office: RunningOffice;
let justice: Client;
let taskId: string;

beforeAll(async () => {
  wire = await Wire.to(Number(new URL(testServer()).port));
  office = await runningOffice({
    through: (url) => Object.assign(new URL(url), { port: String(wire.port) }).href,
  });
  justice = await office.as('justice');
  taskId = (await justice.get<Page<TaskItem>>('/api/v1/tasks?lead=me')).body.items[0]?.id ?? '';
});
afterAll(async () => {
  wire.mend();
  await office.close();
  await wire.close();
});

const report = (key: string) =>
  justice.post<Written & Problem>(
    `/api/v1/tasks/${taskId}/progress-reports`,
    { percent: 30, text: 'Đang làm.' },
    { 'idempotency-key': key },
  );
const reports = async () => {
  const { rows } = await office.database.owner().query<{
    n: number;
  }>(`select count(*)::int as n from event where type = 'TaskProgressReported' and subject = $1`, [taskId]);
  return rows[0]!.n;
};

describe('the database goes away', () => {
  it('an act is refused with 503 and Retry-After, leaves no trace, and goes in once it is back', async () => {
    expect((await report(randomUUID())).status).toBe(201);
    const before = await reports();
    wire.cut();
    const key = randomUUID();
    const refused = await report(key);
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const asked = await justice.get<Problem>('/readyz');
    expect([asked.status, asked.body.code]).toEqual([503, 'unavailable']);
    expect(await reports()).toBe(before);
    wire.mend();
    expect((await report(key)).status).toBe(201);
    expect(await reports()).toBe(before + 1);
  });

  it('an act whose answer was lost is done once: the same key gets its first answer', async () => {
    expect((await report(randomUUID())).status).toBe(201);
    const before = await reports();
    const key = randomUUID();
    wire.cutAtNextAnswer();
    expect((await report(key)).status).toBe(503);
    wire.mend();
    const again = await report(key);
    expect(again.status).toBe(201);
    expect(await reports()).toBe(before + 1);
  });

  it('the worker goes on where it was, without a restart', async () => {
    wire.cut();
    wire.mend();
    const key = randomUUID();
    let answer = await report(key);
    for (let i = 0; answer.status === 503 && i < 10; i += 1) answer = await report(key); // as Retry-After says
    const { body } = answer;
    const read = () => justice.get<TaskItem>(`/api/v1/tasks/${taskId}?position=${body.position}`);
    let seen = await read();
    for (let i = 0; seen.status === 503 && i < 10; i += 1) seen = await read(); // each waits two seconds at most
    expect([seen.status, seen.body.version]).toEqual([200, body.version]);
  });
});
