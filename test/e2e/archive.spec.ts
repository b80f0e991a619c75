import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import type { Entry, Page, Problem } from '../support/answers.js';
import { BIRTH, openDesk, type Whole } from '../support/desk.js';
import { PDF, filesOf } from '../support/files.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

interface Archived extends Whole {
  archive: { sha256: string; bytes: number; handedOver: { receiver: string; receipt: string } | null } | null;
}

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
let id: string, code: string, fileId: string;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
  fileId = (await filesOf(office, at.desk).upload(PDF)).body.fileId;
  const [form, copy] = BIRTH.components;
  const received = await at.receive({ ...BIRTH, components: [{ ...form, fileId }, copy] });
  ({ dossierId: id, code } = received.body);
});
afterAll(() => office.close());

const archive = async () => (await at.desk.get<Archived>(`/api/v1/dossiers/${id}`)).body.archive;
const download = (by = at.desk) => by.bytes(`/api/v1/dossiers/${id}/archive-package`);

/** Unpacks a package, lets its own verifier look at it, and says what that said. */
async function verified(bytes: Uint8Array, change?: (folder: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-bag-'));
  const zip = await JSZip.loadAsync(bytes);
  for (const [name, file] of Object.entries(zip.files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), await file.async('nodebuffer'));
  }
  const bag = join(folder, `ho-so-${code}`);
  await change?.(bag);
  const said = await new Promise<{ code: number; text: string }>((told) =>
    execFile(process.execPath, ['verify.mjs'], { cwd: bag }, (error, out, err) =>
      told({ code: error ? 1 : 0, text: out + err }),
    ),
  );
  await rm(folder, { recursive: true });
  return said;
}

it('a dossier that is not over is not packed, nor one that nobody packed handed over', async () => {
  expect((await at.act(at.desk, id, 'archive-package')).body.code).toBe('dossier_state');
  await at.act(at.desk, id, 'withdrawal', { reason: 'Công dân xin rút hồ sơ' });
  const record = { receiver: 'Lưu trữ lịch sử tỉnh', receipt: 'BB-12', day: '2025-01-02' };
  expect((await at.act(at.desk, id, 'archive-hand-over', record)).body.code).toBe('no_archive_package');
  expect((await download()).status).toBe(409);
});

it('its package holds facts, papers, forms and proof, is what was recorded, and verifies itself', async () => {
  await office.settled();
  await office.seal();
  expect((await at.act(at.culture, id, 'archive-package')).body.code).toBe('not_the_holder');
  const made = await at.act(at.desk, id, 'archive-package');
  expect([made.status, made.body.code]).toEqual([201, undefined]);
  const { sha256, bytes: size } = (await archive())!;
  const { status, type, bytes } = await download();
  expect([status, type, bytes.length]).toEqual([200, 'application/zip', size]);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  const zip = await JSZip.loadAsync(bytes);
  const text = async (name: string) => (await zip.file(`ho-so-${code}/${name}`)?.async('string')) ?? '';
  const facts = JSON.parse(await text('data/dossier.json')) as {
    applicant: { name: string };
    files: { path: string }[];
    forms: { title: string; path: string }[];
    acts: { type: string; by: string }[];
    words: { text: string }[];
  };
  expect([facts.applicant.name, facts.words[0]?.text]).toEqual(['Trần Thị Dân', 'Công dân xin rút hồ sơ']);
  expect(facts.files.map(({ path }) => path)).toEqual([`data/files/${fileId}.pdf`]);
  expect(await zip.file(`ho-so-${code}/data/files/${fileId}.pdf`)?.async('nodebuffer')).toEqual(PDF);
  expect(facts.forms.map(({ title }) => title)).toContain('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
  expect(facts.acts.map(({ type: of, by }) => [of, by])).toEqual([
    ['DossierReceived', 'Phạm Thị Một'],
    ['DossierWithdrawn', 'Phạm Thị Một'],
  ]);
  expect(await text('bag-info.txt')).toContain(`External-Identifier: ${code}\n`);
  const said = await verified(bytes);
  expect(said.text).toContain('ĐÚNG: ');
  expect(said.code).toBe(0);
});

it('its verifier finds a file that was changed, one that was slipped in, an event that was rewritten', async () => {
  const { bytes } = await download();
  const changes: [string, (bag: string) => Promise<void>][] = [
    ['tệp bị đổi', (bag) => appendFile(join(bag, `data/files/${fileId}.pdf`), ' ')],
    ['tệp lạ', (bag) => writeFile(join(bag, 'data/files/khac.pdf'), PDF)],
  ];
  for (const [finding, change] of changes) expect((await verified(bytes, change)).text).toContain(finding);
  const zip = await JSZip.loadAsync(bytes);
  const events = (await zip.file(`ho-so-${code}/data/proof/events.jsonl`)?.async('string')) ?? '';
  const rewritten = events.replace('"channel":"counter"', '"channel":"online"');
  expect(rewritten).not.toBe(events);
  const said = await verified(bytes, (bag) => writeFile(join(bag, 'data/proof/events.jsonl'), rewritten));
  expect(said.text).toContain('sự kiện không có trong sổ · not in the ledger: 1 DossierReceived');
});

it('is handed over once, by the archive’s record; nobody without a duty has it (R34)', async () => {
  const record = { receiver: 'Lưu trữ lịch sử tỉnh', receipt: 'BB-12', day: '2025-01-02' };
  expect((await at.act(at.desk, id, 'archive-hand-over', { ...record, day: '2025-01-03' })).body.code).toBe(
    'archive_day_invalid',
  );
  const lacking = async () => {
    await office.settled();
    const { body } = await at.desk.get<Page<{ id: string }>>('/api/v1/dossiers?archive=lacking');
    return body.items.map((one) => one.id);
  };
  expect(await lacking()).toContain(id);
  expect((await at.act(at.desk, id, 'archive-hand-over', record)).status).toBe(201);
  expect(await lacking()).not.toContain(id);
  expect((await archive())?.handedOver).toMatchObject({ receiver: record.receiver, receipt: 'BB-12' });
  expect((await at.act(at.desk, id, 'archive-package')).body.code).toBe('already_archived');
  const denied = await at.culture.get<Problem>(`/api/v1/dossiers/${id}/archive-package`);
  expect(denied.body.code).toBe('no_duty');
  await office.settled();
  const trail = await at.head.get<Page<Entry>>(`/api/v1/audit?subject=${id}&order=desc&limit=2`);
  expect(trail.body.items.map(({ type }) => type)).toEqual(['DossierArchived', 'ArchivePackageMade']);
  expect(trail.body.items[0]?.sentence).toContain(
    'bàn giao hồ sơ cho Lưu trữ lịch sử tỉnh ngày 02/01/2025, biên bản BB-12',
  );
});

it('what was corrected since is not passed off as what was packed', async () => {
  const { applicantId } = await at.whole(id);
  const corrected = await at.desk.post<Problem>(`/api/v1/persons/${applicantId}/corrections`, {
    address: 'Thôn Đắc Châu 2',
  });
  expect([corrected.status, corrected.body.code]).toEqual([201, undefined]);
  const again = await at.desk.get<Problem>(`/api/v1/dossiers/${id}/archive-package`);
  expect(again.body.code).toBe('archive_package_changed');
});
