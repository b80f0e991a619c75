import { liveSource, verifyLedger } from '#ledger';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBackup } from '../../apps/cli/src/backup/restore.js';
import { writeBackup } from '../../apps/cli/src/backup/backup.js';
import { migrations, unitId } from '../../apps/runtime/src/index.js';
import { freshDatabase } from '../support/database.js';
import { mb } from '../support/mb.js';
import { OFFICE, smallLedger } from '../support/small-ledger.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let scratch: string;
beforeAll(async () => {
  office = await runningOffice();
  scratch = await mkdtemp(join(tmpdir(), 'minh-bach-backup-'));
});
afterAll(async () => {
  await office.close();
  await rm(scratch, { recursive: true, force: true });
});

it('a backup from before there were salts comes back as it was sealed', async () => {
  const folder = join(scratch, 'former');
  const former = await smallLedger(300, { unsalted: 300 });
  const manifest = await writeBackup(former.database.url, folder);
  const path = join(folder, 'event.copy');
  const lines = (await readFile(path, 'utf8')).replaceAll(/\t\\N$/gm, '');
  await writeFile(path, lines);
  const sha256 = createHash('sha256').update(lines).digest('hex');
  const files = manifest.files.map(({ columns: _columns, ...file }) =>
    file.table === 'event' ? { ...file, sha256 } : file,
  );
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, files }));
  const restored = await freshDatabase(migrations);
  await readBackup(restored.url, folder, {}, [former.key.verifier]);
  const source = liveSource(restored.pool(OFFICE), OFFICE);
  const verdict = await verifyLedger(source, { keys: [former.key.verifier] });
  expect(verdict).toMatchObject({ size: 300, eventsChecked: 300, discrepancies: [] });
  await restored.close();
  await former.close();
});

it('a restored backup brings nobody back who was erased since', async () => {
  const folder = join(scratch, 'before-an-erasure');
  const env = {
    DATABASE_URL: office.database.url,
    DATA_DIR: join(scratch, 'data'),
    LEDGER_KEY: office.ledgerKey.secret,
  };
  const justice = await office.as('justice');
  const { personId } = (
    await justice.post<{ personId: string }>('/api/v1/persons', {
      unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'),
      name: 'Trần Thị Dân',
    })
  ).body;
  const uploaded = await justice.post<{ fileId: string }>(
    '/api/v1/files?name=don.pdf',
    Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    { 'content-type': 'application/octet-stream' },
  );
  const { fileId } = uploaded.body;
  await office.database
    .owner()
    .query('update vault.file set about = $2 where file_id = $1', [fileId, personId]);
  await office.seal();
  expect((await mb(['backup', folder], env)).status).toBe(0);
  const head = await office.as('head-of-office');
  expect((await head.post(`/api/v1/persons/${personId}/erasure`, { reason: 'Yêu cầu' })).status).toBe(201);
  const published = await client(office.url).get<string>(`/ledger/${OFFICE}/erased`);
  const list = join(scratch, 'erased.txt');
  await writeFile(list, published.body);
  const into = async (args: string[]) => {
    const empty = await freshDatabase();
    const answer = await mb(['restore', folder, ...args], { ...env, DATABASE_URL: empty.url });
    if (answer.status !== 0) {
      const { rows: made } = await empty.owner().query(`select from pg_namespace where nspname = 'vault'`);
      await empty.close();
      return { status: answer.status, err: answer.err, vault: made.length };
    }
    const { rows } = await empty.owner().query<Record<'alive', boolean> & Record<string, number>>(
      `select wrapped_key is not null as alive,
              (select count(*)::int from vault.fact where person_id = $1) as facts,
              (select count(*)::int from vault.file where file_id = $2) as files,
              (select count(*)::int from vault.person where person_id = $2 and wrapped_key is not null) as keys,
              (select count(*)::int from event where type = 'PersonErased' and subject = $1) as erased
       from vault.person where person_id = $1`,
      [personId, fileId],
    );
    await empty.close();
    return { status: answer.status, ...rows[0] };
  };
  expect(await into([])).toEqual({
    status: 1,
    err: expect.stringMatching(/--erased.*mb erased.*bên làm chứng/) as string,
    vault: 0,
  });
  expect(await into(['--erased', list])).toMatchObject({
    status: 0,
    alive: false,
    facts: 0,
    files: 0,
    keys: 0,
    erased: 1,
  });
});

it('a backup leads to the signed root, or nothing is restored; a part of it is the office as it stood', async () => {
  const folder = join(scratch, 'backup');
  const env = {
    DATABASE_URL: office.database.url,
    DATA_DIR: join(scratch, 'data'),
    LEDGER_KEY: office.ledgerKey.secret,
  };
  expect((await mb(['backup', folder], env)).status).toBe(0);
  const nobody = join(scratch, 'nobody-erased.txt');
  await writeFile(nobody, '');
  const into = async (args: string[]) => {
    const empty = await freshDatabase();
    const answer = await mb(['restore', folder, '--erased', nobody, '--verify', ...args], {
      ...env,
      DATABASE_URL: empty.url,
    });
    const { rows } = await empty.owner().query<{ n: number }>('select count(*)::int as n from event');
    await empty.close();
    return { ...answer, events: rows[0]?.n };
  };
  const { rows } = await office.database.owner().query<{ n: number }>('select count(*)::int as n from event');
  const all = await into([]);
  expect([all.status, all.err, all.events]).toEqual([0, '', rows[0]?.n]);
  expect(all.out).toContain('events lead to the signed root');
  expect((await into(['--size', '100'])).events).toBe(100);
  // A byte changed, and the list of hashes made to fit it: the tree still tells.
  const file = join(folder, 'event.copy');
  const changed = (await readFile(file, 'utf8')).replace('Rà soát', 'Ra soát');
  await writeFile(file, changed);
  expect((await into([])).err).toContain('is not the file');
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    files: { file: string; sha256: string }[];
  };
  const sha256 = createHash('sha256').update(changed).digest('hex');
  const files = manifest.files.map((f) => (f.file === 'event.copy' ? { ...f, sha256 } : f));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, files }));
  const forged = await into([]);
  expect([forged.status, forged.err, forged.events]).toEqual([1, expect.stringContaining('signed root'), 0]);
});
