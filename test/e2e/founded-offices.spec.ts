import { EventStore } from '#event-store';
import { inOffice, newId } from '#kernel';
import { readdir } from 'node:fs/promises';
import type pg from 'pg';
import { FORM_ROUTES } from '../../apps/api/src/portal/portal.routes.js';
import { POLICY } from '../../apps/api/src/policy.js';
import { migrate } from '../../apps/runtime/src/index.js';
import type { Problem } from '../support/answers.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { client } from '../support/running-office.js';
import { startService, type Service } from '../support/service.js';
import { eventually } from '../support/stand-in.js';

const NOWHERE = 'khong-co-that';

let database: TestDatabase;
let service: Service;
let owner: pg.Pool;
const count = async (table: string, where = 'true') =>
  Number((await owner.query<{ n: string }>(`select count(*) as n from ${table} where ${where}`)).rows[0]?.n);

beforeAll(async () => {
  database = await freshDatabase([]);
  await migrate(database.url);
  owner = database.owner();
  service = await startService({ DATABASE_URL: database.url, DEMO_PASSWORD: 'mat-khau-thu-nghiem' });
  await service.announced;
});
afterAll(async () => {
  await service.stop();
  await database.close();
});

it('what is open is so in offices that were founded: elsewhere it is 404, and nothing is written', async () => {
  const bodies: Record<string, object> = {
    'POST /public/:office/feedback': { text: 'Đường làng hỏng đã lâu, chưa ai sửa.' },
    'POST /api/v1/offices/:office/sessions': { username: 'chairman', password: 'x' },
  };
  /** What is sent to a route as it takes it. */
  const sentTo = (route: string): RequestInit => {
    if (FORM_ROUTES.has(route)) return typed('application/x-www-form-urlencoded', '');
    if (route === 'POST /ledger/:office/cosignatures') return typed('text/plain', 'x');
    return typed('application/json', JSON.stringify(bodies[route] ?? {}));
  };
  const typed = (type: string, body: string): RequestInit => ({ headers: { 'content-type': type }, body });
  for (const [route, access] of Object.entries(POLICY)) {
    if (access !== 'public' || !route.includes(':office')) continue;
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern.replace(':office', NOWHERE).replace(/:\w+|\*/, newId());
    const answer = await fetch(service.url + path, {
      method,
      ...(method === 'GET' ? {} : sentTo(route)),
    });
    const { status } = answer;
    const body = (await answer.json()) as Problem;
    expect([route, status, body.code]).toEqual([route, 404, 'unknown_office']);
  }
  const written = ['event', 'vault.person', 'vault.reading'].map((table) =>
    count(table, `office = '${NOWHERE}'`),
  );
  expect(await Promise.all(written)).toEqual([0, 0, 0]);
});

it('what an earlier version let in there is not read, not sealed, and gets no key', async () => {
  await sealedAfter('Đèn đường ở thôn 3 không sáng.');
  const store = new EventStore(database.pool());
  const [commandId, subject] = [newId(), newId()];
  await inOffice(NOWHERE, () =>
    store.append({
      office: NOWHERE,
      kind: 'feedback',
      subject,
      expectedVersion: 0,
      commandId,
      digest: commandId,
      recordedAt: new Date(),
      attribution: { actor: 'applicant' },
      events: [{ type: 'FeedbackReceived', data: {} }],
    }),
  );
  await store.idle();
  await sealedAfter('Mương nước ở thôn 4 bị tắc.');
  await sealedAfter('Chợ xã chưa có chỗ để xe.');
  expect(await count('checkpoint', `office = '${NOWHERE}'`)).toBe(0);
  expect(await count('ledger.head', `office = '${NOWHERE}'`)).toBe(0);
  expect((await readdir(service.dataDir)).filter((file) => file.includes(NOWHERE))).toEqual([]);
});

/** Writes in an office that there is, and waits until the worker has sealed it: it has had its turn then. */
async function sealedAfter(text: string): Promise<void> {
  expect((await client(service.url).post('/public/thieu-van/feedback', { text })).status).toBe(201);
  const sealed = `office = 'thieu-van' and size = (select count(*) from event where office = 'thieu-van')`;
  await eventually(async () => (await count('ledger.head', sealed)) === 1);
}
