import { newId } from '#kernel';
import { unitId } from '../../apps/runtime/src/index.js';
import type { Problem } from '../support/answers.js';
import { PDF, filesOf, pdf } from '../support/files.js';
import { mb } from '../support/mb.js';
import {
  SETTINGS,
  client,
  runningOffice,
  type Client,
  type RunningOffice,
} from '../support/running-office.js';

const OFFICE = 'thieu-van';

let office: RunningOffice;
let justice: Client;
let culture: Client;
let anyone: Client;
let files: ReturnType<typeof filesOf>;
beforeAll(async () => {
  office = await runningOffice();
  [justice, culture, anyone] = [await office.as('justice'), await office.as('culture'), client(office.url)];
  files = filesOf(office, justice);
});
afterAll(() => office.close());

describe('an upload', () => {
  it('is an act of the log, in its uploader’s name, and says nothing of the file itself', async () => {
    const { status, body } = await files.upload(PDF);
    expect(status).toBe(201);
    await office.settled();
    expect(await files.trail(body.fileId)).toEqual(['FileUploaded']);
    const { rows } = await office.database
      .owner()
      .query<{ data: object }>('select data from event where subject = $1', [body.fileId]);
    expect(rows).toMatchObject([{ data: { commitment: expect.stringMatching(/^[0-9a-f]{64}$/) as string } }]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`don\\.pdf|${body.sha256}`));
  });

  it('is proved unchanged; an exchanged file is named by its index', async () => {
    const { fileId, proof } = (await files.upload(PDF)).body;
    expect(proof).toMatch(new RegExp(`^/ledger/${OFFICE}/subjects/${fileId}#mo=`));
    expect(await files.findings()).toEqual([]);
    const page = () => anyone.get<string>(`/ledger/${OFFICE}/subjects/${fileId}`);
    expect((await page()).body).toContain('không đổi từ khi nhận');
    await files.changeByte(fileId);
    const [found] = await files.findings();
    expect(found).toMatchObject({ code: 'vault_changed', stream: fileId, version: 1 });
    expect(found?.detail).toContain(`tệp · file ${fileId}`);
    expect((await page()).body).toMatch(new RegExp(`mục ${found?.index},(?:(?!<li>).)*ĐÃ BỊ ĐỔI`));
    await files.changeByte(fileId);
    expect(await files.findings()).toEqual([]);
  });

  it('that was changed is named by the verifier and by the doctor', async () => {
    const { fileId } = (await files.upload(PDF)).body;
    const env = { ...SETTINGS, DATABASE_URL: office.database.url };
    await office.seal();
    const verify = () => mb(['verify', '--live', '--vault'], env);
    expect(await verify()).toMatchObject({
      status: 0,
      out: expect.stringContaining('unchanged since received') as string,
    });
    await files.changeByte(fileId);
    const [verified, examined] = [await verify(), await mb(['doctor', '--office', OFFICE], env)];
    expect(verified.status).toBe(1);
    const index = verified.out.match(
      new RegExp(`vault_changed · index (\\d+) · stream ${fileId} version 1.*file ${fileId}`),
    )?.[1];
    expect(index).toMatch(/^\d+$/);
    expect(examined.out).toContain(`1 changed, vault_changed at index ${index} `);
    await files.changeByte(fileId);
  });

  it.each<[string, Buffer, string]>([
    ['other bytes', pdf(2), 'name=don.pdf'],
    ['another name', PDF, 'name=don-khac.pdf'],
  ])('F4: under the same key with %s is refused, and nothing is changed', async (_what, bytes, query) => {
    const key = newId();
    const { fileId } = (await files.upload(PDF, key)).body;
    const again = await files.upload(bytes, key, query);
    expect([again.status, again.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect((await files.download(fileId)).body).toBe(PDF.toString());
    expect((await files.download(fileId)).headers.get('content-disposition')).toContain("''don.pdf");
    await office.settled();
    expect(await files.trail(fileId)).toEqual(['FileUploaded']);
  });

  it('F4: under the same key about somebody is another act, and nothing is changed', async () => {
    const { personId } = (
      await justice.post<{ personId: string }>('/api/v1/persons', {
        unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'),
        name: 'Trần Thị Dân',
      })
    ).body;
    const key = newId();
    const { fileId } = (await files.upload(PDF, key)).body;
    const again = await files.upload(PDF, key, `name=don.pdf&personId=${personId}`);
    expect([again.status, again.body.code]).toEqual([422, 'idempotency_key_reused']);
    await office.settled();
    expect(await files.trail(personId)).toEqual(['PersonRegistered']);
    expect(await files.trail(fileId)).toEqual(['FileUploaded']);
  });

  it('sent again as it was gets the first answer, and is one act', async () => {
    const key = newId();
    const first = await files.upload(PDF, key);
    const again = await files.upload(PDF, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    await office.settled();
    expect(await files.trail(first.body.fileId)).toEqual(['FileUploaded']);
  });

  it('about nobody is read by its uploader alone', async () => {
    const { fileId } = (await files.upload(PDF)).body;
    const got = await culture.get<Problem>(`/api/v1/files/${fileId}`);
    expect([got.status, got.body.code]).toEqual([403, 'no_duty']);
    expect((await files.download(fileId)).body).toBe(PDF.toString());
  });
});
