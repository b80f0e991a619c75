import { newId } from '#kernel';
import type { Problem } from '../support/answers.js';
import { BIRTH, openDesk, type Receipt } from '../support/desk.js';
import { PDF, filesOf } from '../support/files.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
const DAY = 86_400_000;

let office: RunningOffice;
let justice: Client;
let culture: Client;
let anyone: Client;
let at: Awaited<ReturnType<typeof openDesk>>;
let files: ReturnType<typeof filesOf>;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
  [justice, culture, anyone] = [at.justice, at.culture, client(office.url)];
  files = filesOf(office, justice);
});
afterAll(() => office.close());

/** A birth's dossier whose first component is this file. */
const withFile = (fileId: string) => ({
  ...BIRTH,
  components: BIRTH.components.map((one, n) =>
    n === 0 ? { ...one, form: 'digitised' as const, fileId } : one,
  ),
});
const uploadedBy = async (as: Client) => (await files.upload(PDF, newId(), 'name=don.pdf', as)).body.fileId;
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
    expect(await files.trail(fileId)).toEqual(['FileAttached', 'FileUploaded']);
    expect((await files.download(fileId, at.desk)).body).toBe(PDF.toString());
    expect((await files.download(fileId, culture)).status).toBe(403);
    expect((await files.download(fileId, justice)).status).toBe(403);
    await at.act(at.desk, received.dossierId, 'hand-overs', {
      step: 1,
      toPostId: await at.postOf('justice'),
    });
    await office.settled();
    expect((await files.download(fileId, justice)).body).toBe(PDF.toString());
    const { body } = await at.desk.get<{ readings: { reader: string; purpose: string }[] }>(
      `/api/v1/persons/${await applicantOf(received)}/export?purpose=Theo yêu cầu`,
    );
    expect(body.readings.filter(({ purpose }) => purpose === 'download')).toHaveLength(2);
    expect(await files.findings()).toEqual([]);
  });

  it('that the act refuses is attached to nothing', async () => {
    const fileId = await uploadedBy(at.desk);
    const [first] = withFile(fileId).components;
    const refused = await at.receive({ ...BIRTH, components: [first] });
    expect([refused.status, refused.body.code]).toEqual([422, 'components_missing']);
    await office.settled();
    expect(await files.trail(fileId)).toEqual(['FileUploaded']);
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
    expect(await files.trail(fileId)).toEqual(['FileUploaded']);
    expect((await files.download(fileId, at.desk)).status).toBe(403);
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
    expect(await files.trail(own)).toEqual(['FileAttached', 'FileUploaded']);
  });

  it('given to somebody else in the vault is named', async () => {
    const [attached, waiting] = [await uploadedBy(at.desk), await uploadedBy(at.desk)];
    await at.receive(withFile(attached));
    expect(await files.findings()).toEqual([]);
    const owner = office.database.owner();
    const set = (what: string, fileId: string) =>
      owner.query(`update vault.file set ${what} where file_id = $1`, [fileId]);
    const { rows } = await owner.query<{ about: string; by: string }>(
      'select about, uploaded_by as by from vault.file where file_id = $1',
      [attached],
    );
    await set(`about = '${newId()}'`, attached);
    await set(`uploaded_by = '${newId()}'`, waiting);
    const named = (await files.findings()).map(({ code, stream, version }) => [code, stream, version]);
    expect(named.toSorted()).toEqual(
      [
        ['vault_changed', attached, 2],
        ['vault_changed', waiting, 1],
      ].toSorted(),
    );
    await set(`about = '${rows[0]?.about}'`, attached);
    await set(`uploaded_by = '${rows[0]?.by}'`, waiting);
    expect(await files.findings()).toEqual([]);
  });

  it('goes with its applicant’s data', async () => {
    const fileId = await uploadedBy(at.desk);
    const received = (await at.receive(withFile(fileId))).body;
    const personId = await applicantOf(received);
    expect(await leftOf(fileId)).toEqual({ bytes: true, key: true });
    const erased = await at.head.post(`/api/v1/persons/${personId}/erasure`, { reason: 'Công dân yêu cầu' });
    expect(erased.status).toBe(201);
    expect(await leftOf(fileId)).toEqual({ bytes: false, key: false });
    expect((await files.download(fileId, at.desk)).status).toBe(404);
    expect((await anyone.get<string>(`/ledger/${OFFICE}/erased`)).body).toContain(fileId);
    expect(await files.findings()).toEqual([]);
  });
});

describe('an upload that is attached to nothing', () => {
  it('is destroyed after thirty days, and that it came stays in the trail', async () => {
    const key = newId();
    const [{ fileId }, attached] = [(await files.upload(PDF, key)).body, await uploadedBy(at.desk)];
    await at.receive(withFile(attached));
    const now = office.runtime.clock.now().getTime();
    await office.moveTo(new Date(now + 29 * DAY).toISOString());
    expect((await files.download(fileId)).body).toBe(PDF.toString());
    await office.moveTo(new Date(now + 30 * DAY + 60_000).toISOString());
    expect(await files.trail(fileId)).toEqual(['FileExpired', 'FileUploaded']);
    expect(await leftOf(fileId)).toEqual({ bytes: false, key: false });
    for (const answer of [
      await justice.get<Problem>(`/api/v1/files/${fileId}`),
      await files.upload(PDF, key),
    ])
      expect([answer.status, answer.body.code]).toEqual([410, 'file_expired']);
    expect((await files.download(attached, at.desk)).body).toBe(PDF.toString());
    expect(await files.findings()).toEqual([]);
    const page = await anyone.get<string>(`/ledger/${OFFICE}/subjects/${fileId}`);
    expect(page.body).toContain('đã hủy vì không gắn vào hồ sơ nào');
    expect(page.body).not.toContain('đã xóa theo quyền');
  });
});
