import type { StoredEvent } from '#event-store';
import { inOffice, newId } from '#kernel';
import { inTransaction } from '#projection';
import type { Pool, PoolClient } from 'pg';
import type { TestDatabase } from '../../../test/support/database.js';
import { agendaDatabase } from './agenda-database.story.js';
import {
  agendaProjection,
  awaitedProjection,
  forgetYearsThatCame,
  nextAlarmOf,
  nextAlarms,
  officesAwaiting,
  setAlarmAnew,
  type AgendaItem,
} from './index.js';

const [ONE, TWO] = ['xa-mot', 'xa-hai'];
const NOW = new Date('2025-03-31T10:00:00Z');
const HOUR = 3_600_000;
const [agenda, awaited] = [agendaProjection([]), awaitedProjection([])];

let database: TestDatabase;
let pool: Pool;
beforeEach(async () => {
  ({ database, pool } = await agendaDatabase([agenda, awaited], ONE, TWO));
});
afterEach(() => database.close());

const inMs = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
/** What an event of a capability says is to come of a subject; nothing where no instant is given. */
const event = (office: string, subject: string, item: Partial<AgendaItem>): StoredEvent => {
  const id = newId();
  const data = { agenda: [{ occurrenceId: subject, due: null, alarms: [], ...item }] };
  return { office, subject, eventId: id, commandId: id, recordedAt: NOW, data } as unknown as StoredEvent;
};
const due = (office: string, subject: string, ...ms: number[]) =>
  event(office, subject, { due: inMs(0), alarms: ms.map((one) => ({ at: inMs(one), step: 'miss' })) });
const apply = (db: PoolClient, name: 'agenda' | 'awaited', ...events: StoredEvent[]) =>
  db
    .query(`set local search_path to rm_${name}, public`)
    .then(() => (name === 'agenda' ? agenda : awaited).apply(db, events));
const read = (name: 'agenda' | 'awaited', ...events: StoredEvent[]) =>
  inOffice(events[0]?.office ?? ONE, () => inTransaction(pool, (db) => apply(db, name, ...events)));
const within = (ms: number, after = '', limit = 10) => nextAlarms(pool, NOW, ms, after, limit);

describe('the next alarm of each office', () => {
  it('is asked for all offices at once, as of the office’s now', async () => {
    await read('agenda', due(ONE, newId(), 2 * HOUR), due(ONE, newId(), HOUR));
    await read('agenda', due(TWO, newId(), -HOUR));
    expect(await within(HOUR - 1)).toEqual([{ office: TWO, inMs: 0 }]);
    expect(await within(HOUR)).toEqual([
      { office: TWO, inMs: 0 },
      { office: ONE, inMs: HOUR },
    ]);
    expect([await within(HOUR, '', 1), await within(HOUR, TWO, 1)]).toEqual([
      [{ office: TWO, inMs: 0 }],
      [{ office: ONE, inMs: HOUR }],
    ]);
  });

  it('is never later than a step: one put off is only seen when the whole agenda is looked at', async () => {
    const subject = newId();
    await read('agenda', due(ONE, subject, HOUR));
    await read('agenda', due(ONE, subject, 3 * HOUR));
    expect(await nextAlarmOf(pool, NOW, ONE)).toBe(HOUR);
    await setAlarmAnew(pool, ONE);
    expect(await nextAlarmOf(pool, NOW, ONE)).toBe(3 * HOUR);
    await read('agenda', due(ONE, subject));
    await setAlarmAnew(pool, ONE);
    expect(await nextAlarmOf(pool, NOW, ONE)).toBeUndefined();
  });

  it.each([
    ['earlier than', HOUR],
    ['as early as', 2 * HOUR],
    ['later than', 2.5 * HOUR],
  ])('is not lost where a step %s it is set while the agenda is looked at', async (_, ms) => {
    const first = newId();
    await read('agenda', due(ONE, first, 2 * HOUR));
    await read('agenda', due(ONE, first, 5 * HOUR));
    let looking = Promise.resolve();
    await inOffice(ONE, () =>
      inTransaction(pool, async (db) => {
        await apply(db, 'agenda', due(ONE, newId(), ms));
        looking = setAlarmAnew(pool, ONE);
        await someoneWaits();
      }),
    );
    await looking;
    expect(await nextAlarmOf(pool, NOW, ONE)).toBe(ms);
  });
});

describe('the years that something waits for', () => {
  const awaits = (office: string, year: number) =>
    event(office, newId(), { awaits: { year, step: `calendar:${year}:due` } });

  it('are asked for all offices at once, and forgotten once nothing waits', async () => {
    await read('awaited', awaits(ONE, 2026), awaits(ONE, 2027));
    await read('awaited', awaits(TWO, 2027));
    expect(await officesAwaiting(pool, [2025, 2026], '', 10)).toEqual([ONE]);
    await forgetYearsThatCame(pool, ONE, [2025, 2026]);
    expect(await officesAwaiting(pool, [2025, 2026], '', 10)).toEqual([ONE]);
    await inOffice(ONE, () => pool.query('delete from rm_awaited.awaited where year = 2026'));
    await forgetYearsThatCame(pool, ONE, [2025, 2026]);
    expect(await officesAwaiting(pool, [2025, 2026], '', 10)).toEqual([]);
    expect(await officesAwaiting(pool, [2027], '', 10)).toEqual([TWO, ONE]);
  });

  it('are not lost where one is waited for anew while nothing seemed to wait', async () => {
    await read('awaited', awaits(ONE, 2026));
    await inOffice(ONE, () => pool.query('delete from rm_awaited.awaited'));
    let forgetting = Promise.resolve();
    await inOffice(ONE, () =>
      inTransaction(pool, async (db) => {
        await apply(db, 'awaited', awaits(ONE, 2026));
        forgetting = forgetYearsThatCame(pool, ONE, [2026]);
        await someoneWaits();
      }),
    );
    await forgetting;
    expect(await officesAwaiting(pool, [2026], '', 10)).toEqual([ONE]);
  });
});

/** Until another transaction waits for a lock. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await database
      .owner()
      .query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (rowCount) return;
  }
}
