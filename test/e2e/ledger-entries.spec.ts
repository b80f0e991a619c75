import { liveSource, parseBundle, verifyLedger } from '#ledger';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OFFICE, addEvents, exportTo, smallLedger } from '../support/small-ledger.js';

let scratch: string;
let clean: string;

beforeAll(async () => {
  // A log of the former version that goes on under this one.
  const mixed = await smallLedger(257, { unsalted: 100 });
  scratch = await mkdtemp(join(tmpdir(), 'minh-bach-ledger-'));
  clean = join(scratch, 'clean', OFFICE);
  await exportTo(mixed, clean);
  await mixed.close();
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const filesOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

it.each([
  ['of the former form', 'test/golden/ledger', { unsalted: 257 }],
  ['of today’s form', 'test/golden/ledger-2', { unsalted: 0 }],
  ['of the former form that goes on in today’s', 'test/golden/ledger-1-and-2', { unsalted: 100 }],
])('the exported ledger %s is its golden folder, byte for byte', async (_form, golden, how) => {
  const whole = await smallLedger(257, how);
  const exported = join(scratch, golden, OFFICE);
  await exportTo(whole, exported);
  await whole.close();
  if (process.env.GOLDEN === 'write') await cp(exported, golden, { recursive: true });
  expect(await filesOf(exported)).toEqual(await filesOf(golden));
  expect(await filesOf(exported)).toEqual([
    'checkpoint',
    'events.ndjson',
    'tile/0/000',
    'tile/0/001.p/1',
    'tile/1/000.p/1',
    'tile/entries/000',
    'tile/entries/001.p/1',
  ]);
  for (const file of await filesOf(golden))
    expect((await readFile(join(exported, file))).equals(await readFile(join(golden, file)))).toBe(true);
});

describe('what an entry gives away', () => {
  const entryAt = async (index: number) => {
    const bundle = parseBundle(await readFile(join(clean, 'tile/entries/000')), 256);
    return JSON.parse(bundle[index]?.toString() ?? '') as Record<string, unknown>;
  };
  const hashOf = (...parts: (string | Buffer)[]) =>
    createHash('sha256')
      .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
      .digest('hex');

  it('is what was said, to whoever guesses it, before there were salts; nothing since', async () => {
    const [before, since] = [await entryAt(98), await entryAt(120)];
    expect(before.dataHash).toBe(hashOf('{"n":24.5,"text":"Đôn đốc lần 98"}'));
    expect(since).toMatchObject({ form: 2, index: 120 });
    expect(since.dataHash).not.toBe(hashOf('{"n":30,"text":"Đôn đốc lần 120"}'));
    const salt = createHash('md5').update('salt 120').digest();
    expect(since.dataHash).toBe(hashOf(salt, '{"n":30,"text":"Đôn đốc lần 120"}'));
    expect(since.metaHash).toBe(hashOf(salt, '{"digest":"x"}'));
  });

  it('is not what a client called its act', async () => {
    const [before, since] = [await entryAt(98), await entryAt(120)];
    expect(before).toHaveProperty('commandId');
    expect(since).not.toHaveProperty('commandId');
    expect(since).not.toHaveProperty('correlationId');
    expect(JSON.stringify(since)).not.toContain('01900000-0000-7000-a000');
  });

  it('is the commitment to what went into the vault, as it is', async () => {
    const md5 = (text: string) => createHash('md5').update(text).digest('hex');
    expect(await entryAt(126)).toHaveProperty('commitment', md5('a126') + md5('b126'));
    expect(await entryAt(120)).not.toHaveProperty('commitment');
  });
});

it('salts that are doubled are named although everything was sealed with them', async () => {
  const doubled = await smallLedger(0);
  await addEvents(doubled.database, 0, 300);
  await doubled.database.owner().query(
    `alter table event disable trigger event_is_final;
     update event set salt = (select salt from event where position = (select min(position) from event) + 3)
     where position = (select min(position) from event) + 280`,
  );
  await doubled.seal();
  const source = liveSource(doubled.database.pool(OFFICE), OFFICE);
  const { discrepancies } = await verifyLedger(source, { keys: [doubled.key.verifier] });
  expect(discrepancies).toEqual([expect.objectContaining({ code: 'salt_doubled', index: 280 })]);
  await doubled.close();
});

it('an event without a salt behind those that have one is named although it was sealed so', async () => {
  const lacking = await smallLedger(3);
  await addEvents(lacking.database, 3, 5, { salted: false });
  await lacking.seal();
  const source = liveSource(lacking.database.pool(OFFICE), OFFICE);
  const { discrepancies } = await verifyLedger(source, { keys: [lacking.key.verifier] });
  expect(discrepancies.map(({ code, index }) => [code, index])).toEqual([
    ['salt_missing', 3],
    ['salt_missing', 4],
  ]);
  await lacking.close();
});
