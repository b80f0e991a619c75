import { inOffice, newId } from '#kernel';
import { contextOf } from '#vault';
import { createHash } from 'node:crypto';
import { checkVault, unitId } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
const WORDS = 'Cán bộ X đòi tiền ngoài quy định khi làm giấy tờ đất.';
const PRAISE = 'Cán bộ X rất tận tình, xin cảm ơn xã nhiều lắm.';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

let office: RunningOffice;
let justice: Client;
let anyone: Client;
beforeAll(async () => {
  office = await runningOffice();
  [justice, anyone] = [await office.as('justice'), client(office.url)];
});
afterAll(() => office.close());

type Registered = Written & Problem & { personId: string; proof: string };
const register = (facts: object, key = newId()) =>
  justice.post<Registered>(
    '/api/v1/persons',
    { unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'), ...facts },
    { 'idempotency-key': key },
  );
const read = async (personId: string) =>
  (await justice.get<Record<string, string>>(`/api/v1/persons/${personId}?purpose=Xác minh`)).body;
const check = async () => {
  await office.seal();
  const { runtime, vault } = office;
  return checkVault({ ...runtime, vault }, OFFICE);
};
const found = async (personId: string) =>
  (await check()).findings.filter(({ stream }) => stream === personId);
/** What somebody with the master key writes in place of a fact. */
const exchange = (personId: string, name: string, version: number, value: string) =>
  inOffice(OFFICE, async () => {
    const context = contextOf(OFFICE, personId, name, version);
    const sealed = await office.vault.sealFor(OFFICE, personId, Buffer.from(value), context);
    await office.database
      .owner()
      .query('update vault.fact set ciphertext = $1 where person_id = $2 and name = $3 and version = $4', [
        sealed,
        personId,
        name,
        version,
      ]);
  });
const page = (subject: string) => anyone.get<string>(`/ledger/${OFFICE}/subjects/${subject}`);

describe('what an act put into the vault stays what it was', () => {
  it('the same key with other values is another act: refused, and nothing is changed', async () => {
    const key = newId();
    const first = await register({ name: 'Trần Thị Dân', phone: '0912345678' }, key);
    const again = await register({ name: 'KẺ GIẢ MẠO', phone: '0999999999' }, key);
    expect([again.status, again.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await read(first.body.personId)).toMatchObject({ name: 'Trần Thị Dân', phone: '0912345678' });
    const same = await register({ name: 'Trần Thị Dân', phone: '0912345678' }, key);
    expect(same.body).toMatchObject({ personId: first.body.personId, repeated: true });
  });

  it('a complaint does not become praise under its own key', async () => {
    const headers = { 'idempotency-key': newId() };
    const send = (text: string) => anyone.post<Problem>(`/public/${OFFICE}/feedback`, { text }, headers);
    expect((await send(WORDS)).status).toBe(201);
    const again = await send(PRAISE);
    expect([again.status, again.body.code]).toEqual([422, 'idempotency_key_reused']);
    const { items } = (
      await justice.get<Page<Entry & { subject: string }>>('/api/v1/audit?type=FeedbackReceived')
    ).body;
    const head = await office.as('head-of-office');
    const words = await head.get<{ feedback: string }>(
      `/api/v1/feedback/${items[0]?.subject}/words?purpose=Trả lời`,
    );
    expect(words.body.feedback).toBe(WORDS);
  });

  it('a correction is a version of its own; what was before stays readable to whoever has the duty', async () => {
    const { personId } = (await register({ name: 'Lê Văn A', phone: '0901' })).body;
    await justice.post(`/api/v1/persons/${personId}/corrections`, { phone: '0902' });
    await justice.post(`/api/v1/persons/${personId}/corrections`, { phone: '0903', email: 'a@example.vn' });
    expect(await read(personId)).toMatchObject({ name: 'Lê Văn A', phone: '0903', email: 'a@example.vn' });
    const { body } = await justice.get<{ former: object[] }>(
      `/api/v1/persons/${personId}/export?purpose=Theo yêu cầu`,
    );
    expect(body.former).toEqual([
      { name: 'phone', version: 1, value: '0901' },
      { name: 'phone', version: 2, value: '0902' },
    ]);
    const find = async (value: string) =>
      (
        await justice.post<{ items: string[] }>('/api/v1/persons/search', {
          by: 'phone',
          value,
          purpose: 'tìm',
        })
      ).body.items;
    expect([await find('0901'), await find('0903')]).toEqual([[], [personId]]);
  });
});

describe('the ledger is committed to it', () => {
  it('unchanged since received; exchanged words, names and files are named by their index', async () => {
    const { personId } = (await register({ name: 'Phạm Thị B', phone: '0911' })).body;
    const upload = await fetch(`${office.url}/api/v1/files?name=don.pdf&personId=${personId}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        authorization: `Bearer ${await office.tokenOf('justice')}`,
      },
      body: new Uint8Array(PDF),
    });
    expect(upload.status).toBe(201);
    const { fileId } = (await upload.json()) as { fileId: string };
    expect((await check()).findings).toEqual([]);
    expect((await page(personId)).body).toContain('không đổi từ khi nhận');

    await exchange(personId, 'name', 1, 'Phạm Thị C');
    const changed = await check();
    expect(changed.findings).toEqual([
      expect.objectContaining({ code: 'vault_changed', stream: personId, version: 1 }),
    ]);
    const index = changed.findings[0]?.index ?? -1;
    expect(index).toBeGreaterThan(0);
    expect((await page(personId)).body).toMatch(new RegExp(`mục ${index},(?:(?!<li>).)*ĐÃ BỊ ĐỔI`));
    await exchange(personId, 'name', 1, 'Phạm Thị B');
    expect((await check()).findings).toEqual([]);

    const owner = office.database.owner();
    const { rows } = await owner.query<{ content: Buffer }>(
      'select content from vault.file where file_id = $1',
      [fileId],
    );
    await owner.query('update vault.file set content = set_byte(content, 20, 0) where file_id = $1', [
      fileId,
    ]);
    expect((await check()).findings).toEqual([
      expect.objectContaining({ code: 'vault_changed', stream: personId, version: 2 }),
    ]);
    await owner.query('delete from vault.file where file_id = $1', [fileId]);
    expect((await check()).findings[0]).toMatchObject({ code: 'vault_missing', version: 2 });
    expect(rows[0]?.content.length).toBeGreaterThan(PDF.length);
  });

  it('facts that no event tells of are named', async () => {
    const { personId } = (await register({ name: 'Hồ Văn D' })).body;
    const stray = newId();
    await office.database.owner().query(
      `insert into vault.fact (office, person_id, name, version, act, ciphertext)
       select office, person_id, 'address', 7, $2, ciphertext from vault.fact where person_id = $1`,
      [personId, stray],
    );
    expect((await check()).findings).toContainEqual(
      expect.objectContaining({ code: 'vault_stray', stream: personId }),
    );
    await office.database.owner().query('delete from vault.fact where act = $1', [stray]);
  });

  it('a file that no event tells of is named; one that was laid down a moment ago is not', async () => {
    const { personId } = (await register({ name: 'Hồ Thị Đ' })).body;
    const owner = office.database.owner();
    const stray = newId();
    await owner.query(
      `insert into vault.file (office, file_id, sha256, name, type, size, person_id, wrapped_key, content, uploaded_by,
                               uploaded_at, act, pending_since)
       values ('thieu-van', $2, '', 'la.pdf', 'application/pdf', 1, $1, '', '', '', now(), $2, now())`,
      [personId, stray],
    );
    expect(await found(personId)).toEqual([]);
    await owner.query('update vault.file set pending_since = null where act = $1', [stray]);
    expect(await found(personId)).toMatchObject([{ code: 'vault_stray' }]);
    await owner.query('delete from vault.file where act = $1', [stray]);
  });

  it('says nothing that could be guessed, and once the person is erased nobody opens it', async () => {
    const { personId, position } = (await register({ name: 'Vũ Thị E' })).body;
    await office.seal();
    const { rows } = await office.database
      .owner()
      .query<{ data: { commitment: string }; event_id: string }>('select * from event where position = $1', [
        position,
      ]);
    const { commitment } = rows[0]?.data ?? { commitment: '' };
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(commitment).not.toBe(createHash('sha256').update('{"name":"Vũ Thị E"}').digest('hex'));
    const { body } = await anyone.get<{ entry: { commitment: string } }>(
      `/ledger/${OFFICE}/proofs/${rows[0]?.event_id}`,
    );
    expect(body.entry.commitment).toBe(commitment);
    const before = (await check()).erased;
    const head = await office.as('head-of-office');
    expect((await head.post(`/api/v1/persons/${personId}/erasure`, { reason: 'Yêu cầu' })).status).toBe(201);
    expect(await check()).toMatchObject({ erased: before + 1 });
    expect((await page(personId)).body).toContain('đã xóa theo quyền của công dân');
  });
});
