import { derivedId } from '#kernel';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { eventStoreMigrations } from '#event-store';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { MasterKeys, Vault, vaultMigrations } from './index.js';

const [first, second] = [randomBytes(32), randomBytes(32)];
const [lan, minh] = [derivedId('lan'), derivedId('minh')];
const reader = { reader: 'desk', purpose: 'trả kết quả', at: new Date('2025-03-03T02:00:00Z') };
const facts = { name: 'Nguyễn Thị Lan', phone: '0912 345 678', identityNumber: '038 190 001 234' };
const everybody = (ids: string[]) => Promise.resolve(ids);
let database: TestDatabase;
let pool: Pool;
let vault: Vault;

beforeAll(async () => {
  database = await freshDatabase([...eventStoreMigrations, ...vaultMigrations]);
  pool = database.pool('o');
  vault = new Vault(pool, new MasterKeys([first]));
  await vault.put('o', lan, facts);
});
afterAll(() => database.close());

it('gives back what was kept, and each read is logged with its purpose (R34)', async () => {
  expect(await vault.read('o', lan, ['name', 'phone', 'address'], reader)).toEqual({
    name: facts.name,
    phone: facts.phone,
  });
  const { readings } = await vault.exportOf('o', lan, { ...reader, reader: 'lan' });
  expect(readings.map(({ reader: who, purpose }) => [who, purpose])).toEqual([
    ['desk', 'trả kết quả'],
    ['lan', 'trả kết quả'],
  ]);
});

it('holds nothing that can be read without the key, nor under another person’s name', async () => {
  const { rows } = await database
    .owner()
    .query<{ ciphertext: Buffer; searched: Buffer | null }>('select * from vault.fact');
  for (const { ciphertext } of rows)
    for (const value of Object.values(facts)) expect(ciphertext.includes(value)).toBe(false);
  await vault.put('o', minh, { name: 'Minh' });
  await database
    .owner()
    .query(
      `update vault.fact set ciphertext = (select ciphertext from vault.fact where person_id = $1 and name = 'name') where person_id = $2`,
      [lan, minh],
    );
  await expect(vault.read('o', minh, ['name'], reader)).rejects.toThrow();
  await expect(new Vault(pool, new MasterKeys([second])).read('o', lan, ['name'], reader)).rejects.toThrow(
    'not at hand',
  );
});

it('finds by the exact number however it is spaced, in its own office alone', async () => {
  expect(await vault.find('o', 'phone', '0912345678', reader, everybody)).toEqual([lan]);
  expect(await vault.find('o', 'identityNumber', '038190001234', reader, everybody)).toEqual([lan]);
  expect(await vault.find('o', 'phone', '091234567', reader, everybody)).toEqual([]);
  expect(await vault.find('other', 'phone', '0912345678', reader, everybody)).toEqual([]);
  expect(await vault.find('o', 'name', facts.name, reader, everybody)).toEqual([]);
});

it('of many with the same number it finds whoever is the asker’s (F21)', async () => {
  const many = Array.from({ length: 130 }, (_, index) => derivedId('of-many', index));
  for (const one of many) await vault.put('o', one, { phone: '0987000111' });
  const asker = { ...reader, reader: 'land' };
  for (const theirs of [many.toSorted().at(-1), many.toSorted()[0]]) {
    const own = (ids: string[]) => Promise.resolve(ids.filter((id) => id === theirs));
    expect(await vault.find('o', 'phone', '0987 000 111', asker, own)).toEqual([theirs]);
  }
  expect(await vault.find('o', 'phone', '0987000111', asker, everybody)).toHaveLength(100);
});

it('takes a new master key while it serves, and needs the old one no more', async () => {
  const both = new Vault(pool, new MasterKeys([second, first]));
  expect(await both.find('o', 'phone', '0912345678', reader, everybody)).toEqual([lan]);
  while ((await both.rewrap('o', 1)) > 0);
  const after = new Vault(pool, new MasterKeys([second]));
  expect(await after.read('o', lan, ['name'], reader)).toEqual({ name: facts.name });
  expect(await after.find('o', 'phone', '0912345678', reader, everybody)).toEqual([lan]);
  vault = after;
});

it('erases by destroying the key, but not while the record must be kept', async () => {
  await database
    .owner()
    .query(
      `update vault.person set retained_until = '2030-12-31', retained_why = 'Luật Lưu trữ' where person_id = $1`,
      [lan],
    );
  const erase = (today: string) => vault.erase('o', lan, today, new Date(`${today}T01:00:00Z`));
  await expect(erase('2025-03-03')).rejects.toMatchObject({
    message: 'retention_running',
    values: { until: '31/12/2030', why: 'Luật Lưu trữ' },
  });
  await erase('2031-01-01');
  await expect(vault.read('o', lan, ['name'], reader)).rejects.toThrow('person_erased');
  await expect(vault.put('o', lan, { name: 'lại' })).rejects.toThrow('person_erased');
  await expect(vault.erase('o', derivedId('nobody'), '2031-01-01', new Date())).rejects.toThrow(
    'unknown_person',
  );
  const { rows } = await database.owner().query('select from vault.fact where person_id = $1', [lan]);
  expect(rows).toEqual([]);
});
