import type { Entry, Page } from '../support/answers.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

type Addressed = Entry & { clientAddress: string | null };

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

const trail = async (as: string, type: string) =>
  (await (await office.as(as)).get<Page<Addressed>>(`/api/v1/audit?type=${type}`)).body.items;

it('no stranger’s address enters the log; who inspects is told of it for a month, nobody else', async () => {
  const sent = await client(office.url).post('/public/thieu-van/feedback', {
    text: 'Đường vào thôn 3 ngập từ tuần trước, chưa ai sửa.',
  });
  expect(sent.status).toBe(201);
  const { rows } = await office.database
    .owner()
    .query<{ meta: object }>(`select meta from event where type in ('FeedbackReceived', 'PersonRegistered')`);
  expect(rows.map(({ meta }) => Object.keys(meta))).toEqual([['digest'], ['digest']]);
  expect((await trail('oversight', 'FeedbackReceived'))[0]?.clientAddress).toBe('127.0.0.1');
  for (const as of ['land', 'chairman', 'admin'])
    expect((await trail(as, 'FeedbackReceived'))[0]?.clientAddress).toBeNull();
  await office.database.owner().query(`update act_origin set at = now() - interval '31 days'`);
  expect((await trail('oversight', 'FeedbackReceived'))[0]?.clientAddress).toBeNull();
});

it('what older events hold of officials’ addresses is shown and exported to inspectors alone', async () => {
  await office.database.owner().query(
    `alter table event disable trigger event_is_final;
     update event set meta = meta || '{"clientAddress": "203.0.113.9"}' where type = 'PlanApproved'`,
  );
  expect((await trail('oversight', 'PlanApproved'))[0]?.clientAddress).toBe('203.0.113.9');
  expect((await trail('land', 'PlanApproved'))[0]?.clientAddress).toBeNull();
  const exported = async (as: string) =>
    (await (await office.as(as)).get<string | object>('/api/v1/audit/export.ndjson?type=PlanApproved')).body;
  expect(JSON.stringify(await exported('oversight'))).toContain('203.0.113.9');
  expect(JSON.stringify(await exported('land'))).not.toContain('203.0.113.9');
});
