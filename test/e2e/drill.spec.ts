import { EventStore } from '#event-store';
import { inOffice, newId } from '#kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../apps/runtime/src/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { mb } from '../support/mb.js';

interface Outcome {
  attack: { en: string };
  caughtBy: string | null;
  code: string | null;
}

const OFFICE = 'thieu-van';

let scratch: string;
let database: TestDatabase;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'minh-bach-drill-'));
  database = await freshDatabase(migrations);
  await database.owner().query('insert into followed_office values ($1)', [OFFICE]);
});
afterEach(async () => {
  await database.close();
  await rm(scratch, { recursive: true, force: true });
});

/** A log of urgings, each a stream of its own, that say these things. */
async function logOf(texts: string[]): Promise<void> {
  const store = new EventStore(database.pool(OFFICE));
  for (const text of texts) {
    const [subject, commandId] = [newId(), newId()];
    const act = { office: OFFICE, kind: 'task', subject, expectedVersion: 0, commandId, digest: commandId };
    const attribution = { actor: newId() };
    await inOffice(OFFICE, () =>
      store.append({
        ...act,
        attribution,
        recordedAt: new Date(),
        events: [{ type: 'TaskUrged', data: { text } }],
      }),
    );
  }
  await store.idle();
}

async function drill(): Promise<{ status: number | null; outcomes: Outcome[] }> {
  const { status, out } = await mb(['drill', '--json'], { DATABASE_URL: database.url, DATA_DIR: scratch });
  return { status, ...(JSON.parse(out) as { outcomes: Outcome[] }) };
}

it('catches every attack, also where the events in the middle say the same', async () => {
  await logOf(['Khẩn trương.', ...Array<string>(10).fill('Báo cáo ngay.'), 'Đã quá hạn.']);
  const { status, outcomes } = await drill();
  expect(outcomes.filter(({ caughtBy }) => caughtBy === null)).toEqual([]);
  expect(outcomes.map(({ attack }) => attack.en)).toEqual(
    expect.arrayContaining(['swap what two events say', 'swap two events']),
  );
  expect(status).toBe(0);
}, 180_000);

it('says of an attack that could change nothing that it could not be tried, and fails', async () => {
  await logOf(Array<string>(12).fill('Báo cáo ngay.'));
  const { status, outcomes } = await drill();
  expect(status).toBe(1);
  const unseen = outcomes.filter(({ caughtBy }) => caughtBy === null);
  expect(unseen.map(({ attack, code }) => [attack.en, code])).toEqual([
    ['swap what two events say', 'nothing_changed'],
  ]);
}, 180_000);
