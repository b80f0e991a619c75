import { createHash } from 'node:crypto';
import { checkVault, unitId } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
let office: RunningOffice;
let justice: Client;
let anyone: Client;
beforeAll(async () => {
  office = await runningOffice();
  [justice, anyone] = [await office.as('justice'), client(office.url)];
});
afterAll(() => office.close());

const register = (facts: object) =>
  justice.post<Written & { personId: string }>('/api/v1/persons', {
    unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'),
    ...facts,
  });
const read = async (personId: string) =>
  (await justice.get<Record<string, string>>(`/api/v1/persons/${personId}?purpose=Xác minh`)).body;
const found = async (personId: string) => {
  await office.seal();
  const { runtime, vault } = office;
  const { findings } = await checkVault({ ...runtime, vault }, OFFICE);
  return findings.filter(({ stream }) => stream === personId);
};
interface Proof {
  index: number;
  size: number;
  leafData: string;
  path: string[];
  checkpoint: string;
  entry: { commitment: string };
}
const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
/** RFC 9162, 2.1.3.2: the root that an entry and its path lead to, in base64; by none of the product's code. */
function rootOf({ index, size, leafData, path }: Proof): string {
  let [fn, sn] = [index, size - 1];
  let root = sha256(Buffer.of(0), Buffer.from(leafData, 'base64'));
  for (const sibling of path.map((hash) => Buffer.from(hash, 'base64'))) {
    const right = fn % 2 === 1 || fn === sn;
    root = right ? sha256(Buffer.of(1), sibling, root) : sha256(Buffer.of(1), root, sibling);
    if (right) while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return root.toString('base64');
}
const page = (subject: string) => anyone.get<string>(`/ledger/${OFFICE}/subjects/${subject}`);

describe('former versions', () => {
  it('are read by whoever has the duty, by nobody else, never unseen, and go with their person', async () => {
    const { personId } = (await register({ name: 'Lê Thị K', phone: '0921' })).body;
    for (const phone of ['0922', '0923'])
      await justice.post(`/api/v1/persons/${personId}/corrections`, { phone });
    const held = async () =>
      (
        await office.database
          .owner()
          .query<{ name: string; version: number }>(
            'select name, version from vault.fact where person_id = $1 order by version, name',
            [personId],
          )
      ).rows;
    expect(await held()).toEqual([
      { name: 'name', version: 1 },
      { name: 'phone', version: 1 },
      { name: 'phone', version: 2 },
      { name: 'phone', version: 3 },
    ]);
    const all = async (by: Client) =>
      (
        await by.get<Problem & { former: { value: string }[]; readings: object[] }>(
          `/api/v1/persons/${personId}/export?purpose=Theo yêu cầu`,
        )
      ).body;
    expect((await all(await office.as('culture'))).code).toBe('no_duty');
    expect((await all(justice)).former.map(({ value }) => value)).toEqual(['0921', '0922']);
    expect((await all(justice)).readings.length).toBeGreaterThanOrEqual(2);
    const { items } = (await justice.get<Page<Entry>>(`/api/v1/audit?subject=${personId}`)).body;
    expect(items.map(({ type }) => type)).toEqual(['PersonCorrected', 'PersonCorrected', 'PersonRegistered']);

    const head = await office.as('head-of-office');
    expect((await head.post(`/api/v1/persons/${personId}/erasure`, { reason: 'Yêu cầu' })).status).toBe(201);
    expect(await held()).toEqual([]);
    expect((await all(justice)).code).toBe('person_erased');
    expect(await found(personId)).toEqual([]);
  });
});

describe('an erasure', () => {
  it('a key that is gone from the vault without the act that erased its person is named, and no list tells to destroy it', async () => {
    const { personId } = (await register({ name: 'Đỗ Văn G' })).body;
    await justice.post(`/api/v1/persons/${personId}/corrections`, { phone: '0977' });
    expect(await found(personId)).toEqual([]);
    const owner = office.database.owner();
    const { rows } = await owner.query<{ wrapped_key: Buffer }>(
      'select wrapped_key from vault.person where person_id = $1',
      [personId],
    );
    await owner.query('update vault.person set wrapped_key = null, erased_at = now() where person_id = $1', [
      personId,
    ]);
    const findings = await found(personId);
    expect(findings).toMatchObject([
      { code: 'vault_key_destroyed', stream: personId, version: 1 },
      { code: 'vault_key_destroyed', stream: personId, version: 2 },
      { code: 'vault_key_destroyed', stream: personId, version: null },
    ]);
    expect(findings[0]?.index).toBeGreaterThan(0);
    expect((await page(personId)).body).toContain('KHÓA BỊ HỦY mà không có hành vi xóa');
    expect((await anyone.get<string>(`/ledger/${OFFICE}/erased`)).body).not.toContain(personId);
    await owner.query('update vault.person set wrapped_key = $2, erased_at = null where person_id = $1', [
      personId,
      rows[0]?.wrapped_key,
    ]);
    expect(await found(personId)).toEqual([]);
  });

  it('an erased person whose key somebody brought back from an old backup is named', async () => {
    const { personId } = (await register({ name: 'Đỗ Thị H' })).body;
    const owner = office.database.owner();
    await owner.query('create table kept_key as select * from vault.person where person_id = $1', [personId]);
    const head = await office.as('head-of-office');
    const erasure = await head.post<Written>(`/api/v1/persons/${personId}/erasure`, { reason: 'Yêu cầu' });
    expect(erasure.status).toBe(201);
    expect(await found(personId)).toEqual([]);
    await owner.query(
      'update vault.person p set wrapped_key = k.wrapped_key, erased_at = null from kept_key k where p.person_id = k.person_id',
    );
    const findings = await found(personId);
    expect(findings.map(({ code, version }) => [code, version])).toEqual([
      ['vault_missing', 1],
      ['vault_not_erased', erasure.body.version],
    ]);
    expect(findings[1]?.index).toBeGreaterThan(0);
    // What an erasure once left behind is destroyed when it is asked for again.
    expect((await head.post(`/api/v1/persons/${personId}/erasure`, { reason: 'Yêu cầu' })).status).toBe(201);
    expect(await found(personId)).toEqual([]);
  });

  it('an erasure is one act: where the key can’t be destroyed, the trail does not say that it was', async () => {
    const { personId } = (await register({ name: 'Đỗ Văn I' })).body;
    const owner = office.database.owner();
    await owner.query(`create function not_now() returns trigger language plpgsql as
      $$ begin raise exception 'not now'; end $$`);
    await owner.query(`create trigger no_erasures before update on vault.person for each row
      when (new.wrapped_key is null) execute function not_now()`);
    const head = await office.as('head-of-office');
    const erase = () => head.post(`/api/v1/persons/${personId}/erasure`, { reason: 'Yêu cầu' });
    expect((await erase()).status).toBeGreaterThanOrEqual(500);
    expect(await read(personId)).toMatchObject({ name: 'Đỗ Văn I' });
    const { items } = (await justice.get<Page<Entry>>(`/api/v1/audit?subject=${personId}`)).body;
    expect(items.map(({ type }) => type)).toEqual(['PersonRegistered']);
    await owner.query('drop trigger no_erasures on vault.person');
    expect((await erase()).status).toBe(201);
    expect(await found(personId)).toEqual([]);
  });

  it('leaves every proof as it was: the event is under the checkpoint, and what it covered is said to be erased', async () => {
    const at = await openDesk(office);
    const { dossierId } = (await at.receive({ ...LAND, applicant: { name: 'Bùi Thị L', phone: '0931' } }))
      .body;
    await office.settled();
    const documents = `/api/v1/dossiers/${dossierId}/documents`;
    const { items } = (await at.desk.get<Page<{ id: string; kind: string }>>(documents)).body;
    const receipt = items.find(({ kind }) => kind === 'receipt')?.id ?? '';
    const { applicantId } = (await at.desk.get<{ applicantId: string }>(`/api/v1/dossiers/${dossierId}`))
      .body;
    const erasure = { reason: 'Yêu cầu' };
    expect((await at.head.post(`/api/v1/persons/${applicantId}/erasure`, erasure)).status).toBe(201);
    await office.seal();

    const { rows } = await office.database
      .owner()
      .query<{ id: string }>('select event_id as id from event where subject = $1 and version = 1', [
        applicantId,
      ]);
    const { body } = await anyone.get<Proof>(`/ledger/${OFFICE}/proofs/${rows[0]?.id}`);
    expect(body.entry.commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(rootOf(body)).toBe(body.checkpoint.split('\n')[2]);
    expect((await page(applicantId)).body).toContain('đã xóa theo quyền của công dân');
    const printed = await at.desk.get<Problem>(`/api/v1/documents/${receipt}?format=docx`);
    expect([printed.status, printed.body.code]).toEqual([410, 'person_erased']);
  });
});
