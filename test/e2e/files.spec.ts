import { newId } from '#kernel';
import { checkVault, unitId } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem } from '../support/answers.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
const pdf = (n: number) => Buffer.from(`%PDF-1.7\n1 0 obj<<>>endobj\n%${n}\ntrailer<<>>\n%%EOF\n`);
const PDF = pdf(1);

let office: RunningOffice;
let justice: Client;
let culture: Client;
let anyone: Client;
beforeAll(async () => {
  office = await runningOffice();
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
    expect((await page()).body).toMatch(new RegExp(`<td>${found?.index}</td>.*ĐÃ BỊ ĐỔI`));
    await changeByte(fileId);
    expect(await findings()).toEqual([]);
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
