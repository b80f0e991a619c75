import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_OFFICE } from '../../apps/runtime/src/index.js';
import type { Entry, Page, TaskItem } from '../support/answers.js';
import { openDesk, type Receipt } from '../support/desk.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

interface Due {
  due: string | null;
  awaitsCalendar: number | null;
  dueNote: { vi: string } | null;
}

let seeds: string;
let office: RunningOffice;
let head: Client;
let citizen: Client;
beforeAll(async () => {
  seeds = await mkdtemp(join(tmpdir(), 'seeds-'));
  await cp('seeds', seeds, { recursive: true });
  await rm(join(seeds, 'calendars/2026.json'));
  office = await runningOffice({ env: { SEEDS_DIR: seeds } });
  head = await office.as('head-of-office');
  citizen = client(office.url);
});
afterAll(async () => {
  await office.close();
  await rm(seeds, { recursive: true });
});

const trail = async (type: string, day = '2025-12-31') => {
  const from = encodeURIComponent(`${day}T00:00:00+07:00`);
  const path = `/api/v1/audit?type=${type}&from=${from}&limit=200`;
  return (await head.get<Page<Entry>>(path)).body.items;
};
const awaited = async () => (await office.database.owner().query('select from rm_awaited.awaited')).rowCount;
/** Laid into the folder while all runs: nothing is started anew. */
const calendarComes = async () => {
  await cp('seeds/calendars/2026.json', join(seeds, 'calendars/2026.json'));
  await eventually(async () => (await awaited()) === 0);
  await office.settled();
};

describe('F7: the last day of the last year with a calendar', () => {
  let lookup: { code: string; secret: string };
  let dossier: Receipt;

  it('warns 90 days ahead, in readyz and the inbox of administrators', async () => {
    await office.moveTo('2025-10-02T08:00:00+07:00');
    const readyz = () => citizen.get<{ status: string; calendars: { missingYears: number[] } }>('/readyz');
    const calendars = async () => {
      await eventually(async () => (await readyz()).status === 200);
      return (await readyz()).body;
    };
    expect(await calendars()).toMatchObject({ calendars: { missingYears: [] } });
    await office.moveTo('2025-10-03T08:00:00+07:00');
    expect(await calendars()).toMatchObject({ status: 'degraded', calendars: { missingYears: [2026] } });
    const admin = await office.as('admin');
    await eventually(async () => {
      const { body } = await admin.get<Page<{ title: string }>>('/api/v1/inbox');
      return body.items.some(({ title }) => title === 'Chưa có lịch làm việc năm 2026');
    });
    expect(await trail('CalendarMissed', '2025-10-01')).toHaveLength(1);
  });

  it('R6: what is due by the end of the year is missed that day, and every list answers', async () => {
    await office.moveTo('2025-12-31T17:30:00+07:00');
    const missed = await trail('DeadlineMissed');
    expect(missed.length).toBeGreaterThan(0);
    const { status, body } = await head.get<Page<TaskItem>>('/api/v1/tasks?state=late&limit=200');
    expect(status).toBe(200);
    expect(body.items.length).toBeGreaterThan(0);
    expect((await citizen.get('/readyz')).body).toMatchObject({
      calendars: { awaited: [{ office: DEMO_OFFICE, year: 2026 }] },
    });
  });

  it('R25: a citizen’s feedback is accepted and told in words when its day can be told', async () => {
    const sent = await citizen.post<Due & { lookup: typeof lookup }>('/public/thieu-van/feedback', {
      text: 'Đường vào thôn bị ngập mỗi khi mưa lớn, đề nghị xã sửa cống thoát nước.',
    });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ due: null, awaitsCalendar: 2026 });
    expect(sent.body.dueNote?.vi).toContain('lịch nghỉ và ngày làm việc năm 2026');
    lookup = sent.body.lookup;
    await office.settled();
    const list = await head.get<Page<Due & { id: string }>>('/api/v1/feedback?limit=1');
    expect(list.body.items).toMatchObject([{ id: lookup.code, due: null, awaitsCalendar: 2026 }]);
  });

  it('R11: a dossier is received, its receipt says so in words, and the lists hold it last', async () => {
    const { receive, desk } = await openDesk(office);
    const received = await receive();
    expect(received.status).toBe(201);
    expect(received.body).toMatchObject({ due: null, awaitsCalendar: 2026 });
    dossier = received.body;
    await office.settled();
    const list = await desk.get<Page<Due & { id: string }>>('/api/v1/dossiers?status=open&limit=1');
    expect(list.body.items).toMatchObject([{ id: dossier.dossierId, due: null, awaitsCalendar: 2026 }]);
    const own = await citizen.post<Due>('/public/thieu-van/dossiers/lookup', dossier.lookup);
    expect(own.body.dueNote?.vi).toContain('2026');
  });

  it('what waited is done by itself when the calendar is there, by events that name it (R38)', async () => {
    await calendarComes();
    const set = await trail('DeadlineSet');
    expect(set.length).toBeGreaterThanOrEqual((await trail('DeadlineMissed')).length);
    expect(set[0]).toMatchObject({ rule: 'R38' });
    expect(set[0]?.causationId).not.toBeNull();
    const found = await citizen.post<Due>('/public/thieu-van/feedback/lookup', lookup);
    expect(found.body).toMatchObject({ due: '2026-01-22T17:00:00.000+07:00', awaitsCalendar: null });
    const desk = await office.as('desk');
    const whole = await desk.get<Due>(`/api/v1/dossiers/${dossier.dossierId}`);
    expect(whole.body).toMatchObject({ due: '2026-01-09T17:00:00.000+07:00', awaitsCalendar: null });
    await office.moveTo('2026-01-05T17:00:00+07:00');
    expect((await trail('DeadlineEscalated')).length).toBeGreaterThan(0);
  });

  it('R11: from then on every process decides by it, none of them started anew', async () => {
    const { receive } = await openDesk(office);
    // Five working days: the last is a Saturday that is worked for the 2nd.
    expect((await receive()).body).toMatchObject({ due: '2026-01-10T17:00:00.000+07:00' });
    const { body } = await citizen.get<{ calendars: { missingYears: number[] } }>('/readyz');
    expect(body.calendars.missingYears).toEqual([]);
  });
});
