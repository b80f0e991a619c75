import { inOffice, newId } from '#kernel';
import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Origins } from './origins.js';

const OFFICE = 'xa-thu';
const DAY_MS = 86_400_000;
let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await freshDatabase();
  pool = database.pool();
});
afterAll(() => database.close());

const cameFrom = (clientAddress: string) => ({
  office: OFFICE,
  commandId: newId(),
  attribution: { actor: 'applicant', clientAddress },
});
const of = (origins: Origins, events: { command_id: string; event_id: string }[]) =>
  inOffice(OFFICE, () => origins.of(OFFICE, events));

it('tells whence acts came, each its own, by the time that their events’ ids tell', async () => {
  const origins = new Origins(pool);
  const [one, two, other] = [cameFrom('192.0.2.1'), cameFrom('192.0.2.1'), cameFrom('198.51.100.7')];
  const events = [one, two, other].map(({ commandId }) => ({ command_id: commandId, event_id: newId() }));
  for (const act of [one, two, other]) origins.note(act);
  expect(await of(origins, events)).toEqual(
    new Map([
      [one.commandId, '192.0.2.1'],
      [two.commandId, '192.0.2.1'],
      [other.commandId, '198.51.100.7'],
    ]),
  );
  const { rows } = await database.owner().query<{ n: number }>('select count(*)::int as n from act_origin');
  expect(rows[0]?.n).toBe(2);
});

it.each([
  [29, '192.0.2.9'],
  [31, undefined],
])('of an act %i days ago it tells %s', async (days, address) => {
  const at = Date.now() - days * DAY_MS;
  const event = { command_id: newId(), event_id: v7({ msecs: at }) };
  await database
    .owner()
    .query('insert into act_origin values ($1, $2, $3, $4)', [
      OFFICE,
      new Date(at + 400),
      '192.0.2.9',
      [event.command_id],
    ]);
  expect((await of(new Origins(pool), [event])).get(event.command_id)).toBe(address);
});
