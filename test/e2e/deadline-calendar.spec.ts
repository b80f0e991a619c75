import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

const read = async (path: string) => {
  const answer = await fetch(office.url + path);
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    kept: answer.headers.get('cache-control'),
    text: (await answer.text()).replaceAll('\r\n ', ''),
  };
};
const give = async () => {
  const justice = await office.as('justice');
  return (await justice.post<{ path: string }>('/api/v1/work/calendar-address', {})).body.path;
};

it('one’s deadlines are read at a private address, without signing in, every one that is to come', async () => {
  const path = await give();
  const { status, type, kept, text } = await read(path);
  expect([status, type, kept]).toEqual([200, 'text/calendar; charset=utf-8', 'no-store']);
  expect(text).toContain('BEGIN:VCALENDAR');
  expect(text).toContain('SUMMARY:Hạn: Nhiệm vụ I.1');
  expect(text).toContain('DTEND:20250321T100000Z');
  // I.3 is due each quarter: each of them is there, not the next alone.
  expect(text.match(/SUMMARY:Hạn: Nhiệm vụ I\.3/g)?.length).toBeGreaterThan(1);
  const justice = await office.as('justice');
  const seen = await justice.get<{ given: { lastReadAt: string | null } | null }>(
    '/api/v1/work/calendar-address',
  );
  expect(seen.body.given?.lastReadAt).not.toBeNull();
});

it('a new address ends the former; one that is revoked, cut, or another office’s opens nothing', async () => {
  const former = await give();
  const path = await give();
  expect((await read(former)).status).toBe(404);
  expect((await read(path)).status).toBe(200);
  expect((await read(path.slice(0, -1))).status).toBe(404);
  expect((await read(path.replace('/public/thieu-van/', '/public/khac/'))).status).toBe(404);
  expect((await read(path.replace(/\?.*/, ''))).status).toBe(400);
  const justice = await office.as('justice');
  expect((await justice.delete('/api/v1/work/calendar-address')).status).toBe(204);
  expect((await read(path)).status).toBe(404);
  // What is gone already is gone.
  expect((await justice.delete('/api/v1/work/calendar-address')).status).toBe(204);
});

it('a blocked account’s address opens nothing', async () => {
  const culture = await office.as('culture');
  const { path } = (await culture.post<{ path: string }>('/api/v1/work/calendar-address', {})).body;
  expect((await read(path)).status).toBe(200);
  const admin = await office.as('admin');
  const me = (await culture.get<{ id: string }>('/api/v1/sessions/me')).body.id;
  expect((await admin.post(`/api/v1/accounts/${me}/ending`, { reason: 'Chuyển công tác.' })).status).toBe(
    201,
  );
  expect((await read(path)).status).toBe(404);
});

it('whoever is not signed in gets none, and guessing is counted', async () => {
  expect((await client(office.url).post('/api/v1/work/calendar-address', {})).status).toBe(401);
  const statuses = new Set<number>();
  for (let n = 0; n < 70; n += 1)
    statuses.add(
      (await read(`/public/thieu-van/deadlines.ics?key=thieu-van.mbc_${String(n).padStart(43, '0')}`)).status,
    );
  expect([...statuses]).toEqual([404, 429]);
});
