import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '../support/desk.js';
import { mb } from '../support/mb.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

interface Year {
  daysOff: string[];
}

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
let seeds: string;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
  seeds = await mkdtemp(join(tmpdir(), 'seeds-'));
  await cp('seeds', seeds, { recursive: true });
  const path = join(seeds, 'calendars/2025.json');
  const year = JSON.parse(await readFile(path, 'utf8')) as Year;
  await writeFile(path, JSON.stringify({ ...year, daysOff: [...year.daysOff, '2025-01-03'] }));
});
afterAll(async () => {
  await office.close();
  await rm(seeds, { recursive: true, force: true });
});

it('R11: deadlines that no list knows of are moved as well: the log says what is open', async () => {
  const { dossierId } = (await at.receive()).body;
  await office.settled();
  const owner = office.database.owner();
  await owner.query('delete from rm_dossier.dossier');
  const { status, out } = await mb(['recompute', '--reason', 'Thêm ngày nghỉ'], {
    DATABASE_URL: office.database.url,
    SEEDS_DIR: seeds,
  });
  const { rows } = await owner.query('select type from event where subject = $1 order by version', [
    dossierId,
  ]);
  expect([status, rows.at(-1)]).toEqual([0, { type: 'DossierDueMoved' }]);
  expect(out).toContain('1 hồ sơ');
});
