import { mb } from '../support/mb.js';
import { PASSWORD, SETTINGS, runningOffice, type RunningOffice } from '../support/running-office.js';
import { demoUsernames } from '../../apps/runtime/src/index.js';
import { GeneratedInput, toldOf } from '../generated/run.js';

// `npm run check:long -- --only generated-input` sends 200,000; `--only rebuilt-as-served` makes 1,000 rounds of this.
const ROUNDS = Number(process.env.GENERATED_ROUNDS ?? 3);
const EACH = Number(process.env.GENERATED_EACH ?? 1_000);
const MOST_GROWTH_MB = 80;

let office: RunningOffice;
let input: GeneratedInput;
beforeAll(async () => {
  office = await runningOffice({ env: { TRUSTED_PROXIES: '127.0.0.1' } });
  const seed = Number(process.env.SEED ?? 19); // the long check draws another each time
  process.stdout.write(`generated input of seed ${seed}\n`);
  input = await GeneratedInput.begin({ url: office.url, usernames: demoUsernames, password: PASSWORD, seed });
});
afterAll(async () => {
  input.close();
  await office.close();
});

/** All that read models hold, as it would be read. */
async function readModels(): Promise<Map<string, string[]>> {
  const owner = office.database.owner();
  const { rows } = await owner.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname like 'rm\\_%' order by 1`,
  );
  const tables = new Map<string, string[]>();
  for (const { name } of rows) {
    const found = await owner.query<{ line: string }>(
      `select to_jsonb(t)::text as line from ${name} t order by 1`,
    );
    tables.set(
      name,
      found.rows.map(({ line }) => line),
    );
  }
  return tables;
}

const events = async () =>
  (await office.database.owner().query<{ n: string }>('select count(*) as n from event')).rows[0]?.n;

/** Built anew, read models hold what they held. Where the worker wrote meanwhile, of its own accord, it is looked at again. */
async function expectRebuiltAsServed(): Promise<void> {
  await office.settled();
  const [before, served] = [await events(), await readModels()];
  const rebuilt = await mb(['rebuild', '--all'], { ...SETTINGS, DATABASE_URL: office.database.url });
  expect([rebuilt.status, rebuilt.status === 0 ? '' : rebuilt.err]).toEqual([0, '']);
  await office.settled();
  const now = await readModels();
  if ((await events()) !== before) return expectRebuiltAsServed();
  expect(now).toEqual(served);
}

it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
  'round %i: every request has an answer that says what it should, and no reader is broken by what was taken in',
  async () => {
    const outcome = await input.send(EACH);
    process.stdout.write(`${toldOf(outcome)}\n${outcome.longestBlock.beside.join('\n')}\n`);
    expect(outcome.faults).toEqual([]);
    await expectRebuiltAsServed();
  },
);

it('what was sent reached the acts, and memory stays flat', async () => {
  const { answered, officials, memory } = await input.send(0);
  expect(answered.size).toBeGreaterThan(70);
  expect(officials).toBe(demoUsernames.length);
  expect(memory.end.heapMb - memory.warm.heapMb).toBeLessThan(MOST_GROWTH_MB);
});
