import { EventStore } from '#event-store';
import { newId } from '#kernel';
import type { Parked } from '#parked';
import type { Pool } from 'pg';
import type { TestDatabase } from '../../../test/support/database.js';
import { agendaDatabase } from './agenda-database.story.js';
import { SWEEPER, actOfStep, agendaProjection, eachStep, sweep, type DueStep } from './index.js';

const OFFICE = 'xa-thu';
const NOW = new Date('2025-03-31T10:00:00Z');

let database: TestDatabase;
let pool: Pool;
let parked: Parked;
beforeAll(async () => {
  ({ database, pool, parked } = await agendaDatabase([agendaProjection([])], OFFICE));
});
afterAll(() => database.close());

it('a step that was taken before is waited for while its event is unread; read and still there, it rests in sight', async () => {
  const subject = newId();
  await pool.query(
    `insert into rm_agenda.occurrence (office, subject, occurrence_id, due, wake_at, alarms, cause, correlation)
     values ($1, $2, $2, $3, $3, $4, $2, $2)`,
    [OFFICE, subject, NOW, JSON.stringify([{ step: 'miss', at: NOW.toISOString() }])],
  );
  const { position } = await new EventStore(pool).append({
    office: OFFICE,
    kind: 'task',
    subject,
    expectedVersion: 0,
    commandId: newId(),
    digest: 'miss',
    recordedAt: NOW,
    attribution: { actor: SWEEPER },
    events: [{ type: 'DeadlineMissed', data: {} }],
  });
  let taken = 0;
  const take = eachStep(
    async () => {
      taken += 1;
      return { version: 1, position, repeated: true, written: 0 };
    },
    async () => undefined,
  );
  const once = () => sweep(pool, OFFICE, NOW, take, parked);
  const failures = async () =>
    (await parked.list(OFFICE)).map(({ what, error, attempts }) => ({ what, error, attempts }));
  const claimIsOver = () => pool.query('update rm_agenda.occurrence set claimed_until = null');
  await once();
  expect(await failures()).toEqual([]);
  await pool.query(
    `update checkpoint set transaction_id = '9999999999', position = $1 where projection = 'agenda'`,
    [position],
  );
  for (let i = 0; i < 2; i += 1) {
    await claimIsOver();
    await once();
  }
  expect(taken).toBe(2);
  const error = 'taken before, but still waited for';
  expect(await failures()).toEqual([{ what: 'miss', error, attempts: 1 }]);
});

it('a step that is set anew for the same instant is another act; the same one taken twice is one', () => {
  const step = {
    office: OFFICE,
    subject: newId(),
    occurrenceId: newId(),
    step: 'miss',
    at: NOW.toISOString(),
    due: NOW,
    cause: newId(),
    correlation: newId(),
  };
  const idOf = (one: DueStep) => actOfStep(one, 'R6').commandId;
  expect(idOf({ ...step, correlation: newId() })).toBe(idOf(step));
  expect(idOf({ ...step, cause: newId() })).not.toBe(idOf(step));
});
