import type pg from 'pg';
import { mb } from '../support/mb.js';
import { SETTINGS, runningOffice, type RunningOffice } from '../support/running-office.js';

const OFFICES = 300;
const READERS = 20;

interface Ready {
  status: string;
  stopped: { office: string }[];
  ledgerAlarms: { office: string }[];
  failing: { office: string }[];
  leftOut: number;
}

let office: RunningOffice;
let owner: pg.Pool;
beforeAll(async () => {
  office = await runningOffice();
  owner = office.database.owner();
  const named = `(select 'xa-' || n as office from generate_series(1, ${OFFICES}) n)`;
  await owner.query(`insert into followed_office select office from ${named} o`);
  await owner.query(
    `insert into checkpoint (office, projection, generation, stopped_at, error)
     select office, 'reader_' || r, 'live', 1, 'no' from ${named} o, generate_series(1, ${READERS}) r`,
  );
  await owner.query(
    `insert into ledger.head (office, key, alarm) select office, 'k', 'went back' from ${named} o`,
  );
  await owner.query(
    `insert into parked_work (office, worker, subject, what, error) select office, 'read/task', 's', 'w', 'e' from ${named} o`,
  );
});
afterAll(() => office.close());

const linesOf = (text: string) => text.split('\n').length;

describe('however many offices have something wrong', () => {
  it('the figures for monitors stay few, and say of how many', async () => {
    const text = await (await fetch(`${office.url}/metrics`)).text();
    expect(linesOf(text)).toBeLessThan(600);
    expect(text).toContain(`minh_bach_offices ${OFFICES + 1}\n`);
    expect(text).toContain(`minh_bach_ledger_alarm ${OFFICES}\n`);
  });

  it('/readyz names 20 of each kind, and says how many it leaves out', async () => {
    const ready = (await (await fetch(`${office.url}/readyz`)).json()) as Ready;
    expect([ready.status, ready.stopped.length, ready.ledgerAlarms.length, ready.failing.length]).toEqual([
      'degraded',
      20,
      20,
      20,
    ]);
    expect(ready.leftOut).toBe(OFFICES * READERS - 20 + 2 * (OFFICES - 20));
  });

  it('doctor names the worst, and all of one office where it is asked for', async () => {
    const env = { ...SETTINGS, DATABASE_URL: office.database.url };
    const { status, out } = await mb(['doctor'], env);
    expect([status, linesOf(out) < 250]).toEqual([1, true]);
    expect(out).toMatch(/\d+ more than are listed/);
    const one = (await mb(['doctor', '--office', 'xa-7'], env)).out;
    expect(one.match(/✗ xa-7\/reader_\d+/g)).toHaveLength(READERS);
    expect(one).not.toContain('xa-8/');
  });
});
