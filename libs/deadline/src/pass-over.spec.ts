import type { Appended, StoredEvent } from '#event-store';
import { newId } from '#kernel';
import { Parked } from '#parked';
import type { Pool } from 'pg';
import type { TestDatabase } from '../../../test/support/database.js';
import { agendaDatabase } from './agenda-database.story.js';
import { agendaProjection, eachStep, sweep } from './index.js';

const OFFICE = 'xa-thu';
const NOTHING: Appended = { version: 1, position: 1, repeated: false, written: 0 };
const agenda = agendaProjection([]);
let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  ({ database, pool } = await agendaDatabase([agenda], OFFICE));
});
afterAll(() => database.close());

/** Sets what is to happen to an occurrence, as an event of a capability does. */
async function set(subject: string, ...alarms: { at: string; step: string }[]): Promise<void> {
  const cause = newId();
  const data = { agenda: [{ occurrenceId: subject, due: alarms.at(-1)?.at, alarms }] };
  const event = { office: OFFICE, subject, eventId: cause, commandId: cause, data } as unknown as StoredEvent;
  const client = await pool.connect();
  try {
    await client.query('set search_path to rm_agenda');
    await agenda.apply(client, [event]);
  } finally {
    await client.query('reset search_path');
    client.release();
  }
}

it('R6: a step that came to nothing does not take along the same step of an extension that came between', async () => {
  const subject = newId();
  await set(subject, { at: '2025-03-31T10:00:00.000Z', step: 'miss' });
  const extendedMeanwhile = eachStep(
    async () => {
      await set(subject, { at: '2025-04-30T10:00:00.000Z', step: 'miss' });
      return NOTHING;
    },
    async () => undefined,
  );
  await sweep(pool, OFFICE, new Date('2025-03-31T10:00:00Z'), extendedMeanwhile, new Parked(pool));
  const { rows } = await pool.query<{ at: string }>(
    `select alarms -> 0 ->> 'at' as at from rm_agenda.occurrence where subject = $1`,
    [subject],
  );
  expect(rows).toEqual([{ at: '2025-04-30T10:00:00.000Z' }]);
});
