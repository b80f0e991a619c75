import { newId } from '#kernel';
import { checkVault, unitId } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem } from '../support/answers.js';
import { BIRTH, openDesk, type Receipt } from '../support/desk.js';
import { mb } from '../support/mb.js';
import {
  SETTINGS,
  client,
  runningOffice,
  type Client,
  type RunningOffice,
} from '../support/running-office.js';

const OFFICE = 'thieu-van';
const pdf = (n: number) => Buffer.from(`%PDF-1.7\n1 0 obj<<>>endobj\n%${n}\ntrailer<<>>\n%%EOF\n`);
const PDF = pdf(1);
const DAY = 86_400_000;

let office: RunningOffice;
let justice: Client;
let culture: Client;
let anyone: Client;
let at: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
  [justice, culture, anyone] = [await office.as('justice'), await office.as('culture'), client(office.url)];
});
afterAll(() => office.close());

type Uploaded = Problem & { fileId: string; sha256: string; proof: string };
const upload = (bytes: Buffer, key = newId(), query = 'name=don.pdf', as = justice) =>
  as.post<Uploaded>(`/api/v1/files?${query}`, bytes, {
    'content-type': 'application/octet-stream',
    'idempotency-key': key,
  });
const download = (fileId: string, as = justice) => as.get<string>(`/api/v1/files/${fileId}`);
const trail = async (subject: string) =>
  (await justice.get<Page<Entry>>(`/api/v1/audit?subject=${subject}`)).body.items.map(({ type }) => type);
const findings = async () => {
  await office.seal();
  const { runtime, vault } = office;
  return (await checkVault({ ...runtime, vault }, OFFICE)).findings;
};
const changeByte = (fileId: string) =>
  office.database
    .owner()
    .query(
      `update vault.file set content = set_byte(content, 20, get_byte(content, 20) # 1) where file_id = $1`,
      [fileId],
    );

describe('an upload', () => {
  it('is an act of the log, in its uploader’s name, and says nothing of the file itself', async () => {
    const { status, body } = await upload(PDF);
    expect(status).toBe(201);
    await office.settled();
    expect(await trail(body.fileId)).toEqual(['FileUploaded']);
    const { rows } = await office.database
      .owner()
      .query<{ data: object }>('select data from event where subject = $1', [body.fileId]);
    expect(rows).toMatchObject([{ data: { commitment: expect.stringMatching(/^[0-9a-f]{64}$/) as string } }]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`don\\.pdf|${body.sha256}`));
  });

  it('is proved unchanged; an exchanged file is named by its index', async () => {
    const { fileId, proof } = (await upload(PDF)).body;
    expect(proof).toMatch(new RegExp(`^/ledger/${OFFICE}/subjects/${fileId}#mo=`));
    expect(await findings()).toEqual([]);
    const page = () => anyone.get<string>(`/ledger/${OFFICE}/subjects/${fileId}`);
    expect((await page()).body).toContain('không đổi từ khi nhận');
    await changeByte(fileId);
    const [found] = await findings();
    expect(found).toMatchObject({ code: 'vault_changed', stream: fileId, version: 1 });
    expect(found?.detail).toContain(`tệp · file ${fileId}`);
    expect((await page()).body).toMatch(new RegExp(`<td>${found?.index}</td>.*ĐÃ BỊ ĐỔI`));
    await changeByte(fileId);
    expect(await findings()).toEqual([]);
  });

  it('that was changed is named by the verifier and by the doctor', async () => {
    const { fileId } = (await upload(PDF)).body;
    const env = { ...SETTINGS, DATABASE_URL: office.database.url };
    await office.seal();
    const verify = () => mb(['verify', '--live', '--vault'], env);
    expect(await verify()).toMatchObject({
      status: 0,
      out: expect.stringContaining('unchanged since received') as string,
    });
    await changeByte(fileId);
    const [verified, examined] = [await verify(), await mb(['doctor', '--office', OFFICE], env)];
    expect(verified.status).toBe(1);
    const index = verified.out.match(
      new RegExp(`vault_changed · index (\\d+) · stream ${fileId} version 1.*file ${fileId}`),
    )?.[1];
    expect(index).toMatch(/^\d+$/);
    expect(examined.out).toContain(`1 changed, vault_changed at index ${index} `);
    await changeByte(fileId);
  });

  it.each<[string, Buffer, string]>([
    ['other bytes', pdf(2), 'name=don.pdf'],
    ['another name', PDF, 'name=don-khac.pdf'],
  ])('under the same key with %s is refused, and nothing is changed', async (_what, bytes, query) => {
    const key = newId();
    const { fileId } = (await upload(PDF, key)).body;
    const again = await upload(bytes, key, query);
    expect([again.status, again.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect((await download(fileId)).body).toBe(PDF.toString());
    expect((await download(fileId)).headers.get('content-disposition')).toContain("''don.pdf");
    await office.settled();
    expect(await trail(fileId)).toEqual(['FileUploaded']);
  });

  it('under the same key about somebody is another act, and nothing is changed', async () => {
    const { personId } = (
      await justice.post<{ personId: string }>('/api/v1/persons', {
        unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'),
        name: 'Trần Thị Dân',
      })
    ).body;
    const key = newId();
    const { fileId } = (await upload(PDF, key)).body;
    const again = await upload(PDF, key, `name=don.pdf&personId=${personId}`);
    expect([again.status, again.body.code]).toEqual([422, 'idempotency_key_reused']);
    await office.settled();
    expect(await trail(personId)).toEqual(['PersonRegistered']);
    expect(await trail(fileId)).toEqual(['FileUploaded']);
  });

  it('sent again as it was gets the first answer, and is one act', async () => {
    const key = newId();
    const first = await upload(PDF, key);
    const again = await upload(PDF, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    await office.settled();
    expect(await trail(first.body.fileId)).toEqual(['FileUploaded']);
  });

  it('about nobody is read by its uploader alone', async () => {
    const { fileId } = (await upload(PDF)).body;
    const got = await culture.get<Problem>(`/api/v1/files/${fileId}`);
    expect([got.status, got.body.code]).toEqual([403, 'no_duty']);
    expect((await download(fileId)).body).toBe(PDF.toString());
  });
});

/** A birth's dossier whose first component is this file. */
const withFile = (fileId: string) => ({
  ...BIRTH,
  components: BIRTH.components.map((one, n) =>
    n === 0 ? { ...one, form: 'digitised' as const, fileId } : one,
  ),
});
const uploadedBy = async (as: Client) => (await upload(PDF, newId(), 'name=don.pdf', as)).body.fileId;
const applicantOf = async ({ dossierId }: Receipt) =>
  (await at.desk.get<{ applicantId: string }>(`/api/v1/dossiers/${dossierId}`)).body.applicantId;
/** Whether there are bytes, and a key that opens them. */
const leftOf = async (fileId: string) =>
  (
    await office.database.owner().query<{ bytes: boolean; key: boolean }>(
      `select exists (select from vault.file where file_id = $1) as bytes,
              exists (select from vault.person where person_id = $1 and wrapped_key is not null) as key`,
      [fileId],
    )
  ).rows[0];

describe('a file of a dossier', () => {
  it('is attached by the act itself, and read by who has a duty in the applicant (R34)', async () => {
    const fileId = await uploadedBy(at.desk);
    const received = (await at.receive(withFile(fileId))).body;
    await office.settled();
    expect(await trail(fileId)).toEqual(['FileAttached', 'FileUploaded']);
    expect((await download(fileId, at.desk)).body).toBe(PDF.toString());
    expect((await download(fileId, culture)).status).toBe(403);
    expect((await download(fileId, justice)).status).toBe(403);
    await at.act(at.desk, received.dossierId, 'hand-overs', {
      step: 1,
      toPostId: await at.postOf('justice'),
    });
    await office.settled();
    expect((await download(fileId, justice)).body).toBe(PDF.toString());
    const { body } = await at.desk.get<{ readings: { reader: string; purpose: string }[] }>(
      `/api/v1/persons/${await applicantOf(received)}/export?purpose=Theo yêu cầu`,
    );
    expect(body.readings.filter(({ purpose }) => purpose === 'download')).toHaveLength(2);
    expect(await findings()).toEqual([]);
  });

  it('that the act refuses is attached to nothing', async () => {
    const fileId = await uploadedBy(at.desk);
    const [first] = withFile(fileId).components;
    const refused = await at.receive({ ...BIRTH, components: [first] });
    expect([refused.status, refused.body.code]).toEqual([422, 'components_missing']);
    await office.settled();
    expect(await trail(fileId)).toEqual(['FileUploaded']);
  });

  it.each([
    ['a colleague’s upload', (fileId: string) => at.receive(withFile(fileId))],
    [
      'an official’s upload, by a stranger',
      (fileId: string) =>
        anyone.post<Problem>(`/public/${OFFICE}/dossiers`, {
          procedureCode: BIRTH.procedureCode,
          components: withFile(fileId).components,
          applicant: { name: 'Trần Thị Lạ' },
        }),
    ],
    ['a file that is not there', () => at.receive(withFile(newId()))],
  ])('can’t be %s', async (_what, hand) => {
    const fileId = await uploadedBy(justice);
    const { status, body } = await hand(fileId);
    expect([status, body.code]).toEqual([422, 'file_unusable']);
    await office.settled();
    expect(await trail(fileId)).toEqual(['FileUploaded']);
    expect((await download(fileId, at.desk)).status).toBe(403);
  });

  it('is one applicant’s, and no other’s', async () => {
    const fileId = await uploadedBy(at.desk);
    const first = (await at.receive(withFile(fileId))).body;
    const other = await at.receive({ ...withFile(fileId), applicant: { name: 'Lê Văn Khác' } });
    expect([other.status, other.body.code]).toEqual([422, 'file_unusable']);
    const same = await at.receive({ ...withFile(fileId), applicantId: await applicantOf(first) });
    expect(same.status).toBe(201);
  });

  it('comes with a supplement, a signature, a digitisation too', async () => {
    const { dossierId } = (await at.receive()).body;
    const [foreign, own] = [await uploadedBy(justice), await uploadedBy(at.desk)];
    const result = (fileId: string) => at.act(at.desk, dossierId, 'digitisation', { fileId });
    const signed = await at.act(at.chairman, dossierId, 'signature', { number: '1/TB', fileId: foreign });
    expect(signed.body.code).toBe('file_unusable');
    await at.sign(dossierId);
    expect((await result(foreign)).body.code).toBe('file_unusable');
    expect((await result(own)).status).toBe(201);
    await office.settled();
    expect(await trail(own)).toEqual(['FileAttached', 'FileUploaded']);
  });

  it('given to somebody else in the vault is named', async () => {
    const [attached, waiting] = [await uploadedBy(at.desk), await uploadedBy(at.desk)];
    await at.receive(withFile(attached));
    expect(await findings()).toEqual([]);
    const owner = office.database.owner();
    const set = (what: string, fileId: string) =>
      owner.query(`update vault.file set ${what} where file_id = $1`, [fileId]);
    const { rows } = await owner.query<{ about: string; by: string }>(
      'select about, uploaded_by as by from vault.file where file_id = $1',
      [attached],
    );
    await set(`about = '${newId()}'`, attached);
    await set(`uploaded_by = '${newId()}'`, waiting);
    const named = (await findings()).map(({ code, stream, version }) => [code, stream, version]);
    expect(named.toSorted()).toEqual(
      [
        ['vault_changed', attached, 2],
        ['vault_changed', waiting, 1],
      ].toSorted(),
    );
    await set(`about = '${rows[0]?.about}'`, attached);
    await set(`uploaded_by = '${rows[0]?.by}'`, waiting);
    expect(await findings()).toEqual([]);
  });

  it('goes with its applicant’s data', async () => {
    const fileId = await uploadedBy(at.desk);
    const received = (await at.receive(withFile(fileId))).body;
    const personId = await applicantOf(received);
    expect(await leftOf(fileId)).toEqual({ bytes: true, key: true });
    const erased = await at.head.post(`/api/v1/persons/${personId}/erasure`, { reason: 'Công dân yêu cầu' });
    expect(erased.status).toBe(201);
    expect(await leftOf(fileId)).toEqual({ bytes: false, key: false });
    expect((await download(fileId, at.desk)).status).toBe(404);
    expect((await anyone.get<string>(`/ledger/${OFFICE}/erased`)).body).toContain(fileId);
    expect(await findings()).toEqual([]);
  });
});

describe('an upload that is attached to nothing', () => {
  it('is destroyed after thirty days, and that it came stays in the trail', async () => {
    const key = newId();
    const [{ fileId }, attached] = [(await upload(PDF, key)).body, await uploadedBy(at.desk)];
    await at.receive(withFile(attached));
    const now = office.runtime.clock.now().getTime();
    await office.moveTo(new Date(now + 29 * DAY).toISOString());
    expect((await download(fileId)).body).toBe(PDF.toString());
    await office.moveTo(new Date(now + 30 * DAY + 60_000).toISOString());
    expect(await trail(fileId)).toEqual(['FileExpired', 'FileUploaded']);
    expect(await leftOf(fileId)).toEqual({ bytes: false, key: false });
    for (const answer of [await justice.get<Problem>(`/api/v1/files/${fileId}`), await upload(PDF, key)])
      expect([answer.status, answer.body.code]).toEqual([410, 'file_expired']);
    expect((await download(attached, at.desk)).body).toBe(PDF.toString());
    expect(await findings()).toEqual([]);
    const page = await anyone.get<string>(`/ledger/${OFFICE}/subjects/${fileId}`);
    expect(page.body).toContain('đã hủy vì không gắn vào hồ sơ nào');
    expect(page.body).not.toContain('đã xóa theo quyền');
  });
});
