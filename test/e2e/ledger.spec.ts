import {
  ForkSeen,
  WITNESS_KEY,
  cosign,
  isConsistent,
  liveSource,
  newSignerKey,
  parseCheckpoint,
  rootFromPath,
  rotateKey,
  Sealer,
  verifyLedger,
  type SignerKey,
  witnessCheckpoint,
} from '#ledger';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry, Page, Problem, TaskItem } from '../support/answers.js';
import { mb } from '../support/mb.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

const witness = newSignerKey('witness.example.com', WITNESS_KEY);
let office: RunningOffice;
let anyone: Client;
let head: Client;
let scratch: string;
/** The key that seals now. */
let inForce: SignerKey;

beforeAll(async () => {
  office = await runningOffice({ env: { LEDGER_WITNESSES: witness.verifier.text } });
  anyone = client(office.url);
  head = await office.as('head-of-office');
  scratch = await mkdtemp(join(tmpdir(), 'minh-bach-witness-'));
});
afterAll(async () => {
  await office.close();
  await rm(scratch, { recursive: true, force: true });
});

const base = '/ledger/thieu-van';
const seal = () => office.seal();
const checkpoint = async () => (await anyone.get<string>(`${base}/checkpoint`)).body;
const urge = async () => {
  const { body } = await head.get<Page<TaskItem>>('/api/v1/tasks?limit=1');
  await head.post(`/api/v1/tasks/${body.items[0]?.id}/urgings`, { text: 'Khẩn trương thực hiện.' });
  await seal();
};

describe('the published ledger', () => {
  it('is sealed by the worker and open to everyone, with the caching its formats ask for', async () => {
    await seal();
    const answer = await anyone.get<string>(`${base}/checkpoint`);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const { size, origin } = parseCheckpoint(Buffer.from(answer.body));
    expect(origin).toBe(office.ledgerKey.verifier.name);
    const tile = await fetch(`${office.url}${base}/tile/0/000.p/${size}`);
    expect([tile.status, (await tile.arrayBuffer()).byteLength]).toEqual([200, size * 32]);
    expect(tile.headers.get('content-type')).toBe('application/octet-stream');
    expect(tile.headers.get('cache-control')).toContain('immutable');
    for (const path of [
      `tile/0/000.p/${size + 1}`,
      'tile/0/000',
      'tile/0/1',
      'tile/9/000.p/1',
      'tile/entries/001.p/1',
      'tile/x',
    ])
      expect((await anyone.get(`${base}/${path}`)).status).toBe(404);
    expect((await anyone.get('/ledger/khong-co/checkpoint')).status).toBe(404);
  });

  it('is verified while it grows: what comes after the checkpoint is no discrepancy', async () => {
    const source = liveSource(office.runtime.pool, 'thieu-van');
    const growing = {
      ...source,
      checkpoint: async () => {
        const read = await source.checkpoint();
        await urge();
        return read;
      },
    };
    const verdict = await verifyLedger(growing, { keys: [office.ledgerKey.verifier] });
    expect([verdict.discrepancies, verdict.unknown]).toEqual([[], []]);
  });

  it('proves an event, and that it only grew', async () => {
    const before = parseCheckpoint(Buffer.from(await checkpoint()));
    await urge();
    const { body } = await head.get<Page<Entry & { ledger: { index: number; sealedAtSize: number } }>>(
      '/api/v1/audit?type=TaskUrged&seal=yes',
    );
    const entry = body.items[0]!;
    expect(entry.ledger.sealedAtSize).toBeGreaterThan(entry.ledger.index);
    const proof = (
      await anyone.get<{ index: number; size: number; leafHash: string; path: string[]; checkpoint: string }>(
        `${base}/proofs/${entry.eventId}`,
      )
    ).body;
    const after = parseCheckpoint(Buffer.from(proof.checkpoint));
    const bytes = (text: string) => Buffer.from(text, 'base64');
    expect(proof.index).toBe(entry.ledger.index);
    expect(rootFromPath(proof.index, proof.size, bytes(proof.leafHash), proof.path.map(bytes))).toEqual(
      after.root,
    );
    const grown = await anyone.get<{ proof: string[] }>(
      `${base}/consistency?from=${before.size}&to=${after.size}`,
    );
    expect(isConsistent(before, after, grown.body.proof.map(bytes))).toBe(true);
    for (const query of ['from=0', 'from=x', `from=1&to=${after.size + 1}`, 'from=5&to=4'])
      expect((await anyone.get<Problem>(`${base}/consistency?${query}`)).body.code).toBe('invalid_input');
    expect((await anyone.get(`${base}/proofs/01900000-0000-7000-8000-000000000000`)).status).toBe(404);
  });

  it('has a page for a task, in the reader’s language, without what people wrote', async () => {
    const { body } = await head.get<Page<Entry & { subject: string }>>('/api/v1/audit?type=TaskUrged');
    const page = await anyone.get<string>(`${base}/subjects/${body.items[0]?.subject}`);
    expect(page.body).toContain('đôn đốc');
    expect(page.body).not.toContain('Khẩn trương');
    const english = await anyone.get<string>(`${base}/subjects/${body.items[0]?.subject}`, {
      'accept-language': 'en',
    });
    expect(english.body).toContain('urged');
  });
});

describe('a witness', () => {
  it('is given by the command line: remembers, cosigns, and refuses a fork', async () => {
    const files = ['--key', join(scratch, 'w.key'), '--remember', join(scratch, 'w.json')];
    const watch = () =>
      mb(['witness', office.url + base, '--log-key', office.ledgerKey.verifier.text, ...files], {});
    expect((await watch()).status).toBe(0);
    await urge();
    expect((await watch()).out).toContain('✓');
    // Somebody rewrites history and signs it again with the real key.
    const rewritten = newSignerKey('x');
    const memory = JSON.parse(await readFile(join(scratch, 'w.json'), 'utf8')) as {
      ledgers: Record<string, { note: string }>;
    };
    const seen = Object.values(memory.ledgers)[0]!.note;
    const other = seen.replace(/\n[A-Za-z0-9+/=]{44}\n/, `\n${Buffer.alloc(32, 9).toString('base64')}\n`);
    const { body } = parseCheckpoint(Buffer.from(other));
    const { signNote } = await import('#ledger');
    await expect(
      witnessCheckpoint(
        Buffer.from(signNote(body, office.ledgerKey)),
        { note: seen },
        {
          keys: [office.ledgerKey.verifier],
          signer: rewritten,
          at: new Date(),
          readTile: async () => Buffer.alloc(0),
        },
      ),
    ).rejects.toThrow(ForkSeen);
  });

  it('has its cosignature collected and shown, when it is known and the checkpoint ours', async () => {
    const note = await checkpoint();
    const { body, size } = parseCheckpoint(Buffer.from(note));
    const send = (text: string) =>
      anyone.post<Problem & { errors: { message: string }[] }>(`${base}/cosignatures`, text, {
        'content-type': 'text/plain',
      });
    const at = new Date('2026-11-24T08:00:00Z');
    const stranger = await send(
      `${note}${cosign(body, newSignerKey('stranger.example.com', WITNESS_KEY), at)}\n`,
    );
    expect([stranger.status, stranger.body.errors[0]?.message]).toEqual([
      400,
      expect.stringContaining('unknown_witness'),
    ]);
    expect((await send('x')).status).toBe(400);
    const cosigned = `${note}${cosign(body, witness, at)}\n`;
    expect((await send(cosigned)).status).toBe(204);
    expect(await checkpoint()).toBe(cosigned);
    const { body: audit } = await head.get<Page<{ ledger: { cosignedBy: string[] } }>>(
      '/api/v1/audit?seal=yes&limit=1',
    );
    expect(audit.items[0]?.ledger.cosignedBy).toEqual(['witness.example.com']);
    const shown = await anyone.get<{ items: object[] }>(`${base}/witnesses`);
    expect(shown.body.items).toEqual([expect.objectContaining({ witness: 'witness.example.com', size })]);
  });
});

describe('what supervisors read', () => {
  it('all acts outside office hours', async () => {
    await office.moveTo('2025-01-04T10:00:00+07:00'); // a Saturday
    await urge();
    const { body } = await head.get<Page<Entry>>('/api/v1/audit?hours=outside');
    expect(body.items.map(({ type }) => type)).toEqual(['TaskUrged']);
  });
  it('what changed in a task between two instants', async () => {
    const justice = await office.as('justice');
    const { id } = (await justice.get<Page<TaskItem>>('/api/v1/tasks?lead=me')).body.items[0]!;
    await office.moveTo('2025-01-06T09:00:00+07:00');
    await justice.post(`/api/v1/tasks/${id}/progress-reports`, { percent: 35, text: 'Đã rà soát.' });
    const between = `from=${encodeURIComponent('2025-01-06T08:00:00+07:00')}&to=${encodeURIComponent('2025-01-06T10:00:00+07:00')}`;
    const { body } = await head.get<{ differences: object[] }>(`/api/v1/tasks/${id}/differences?${between}`);
    expect(body.differences).toContainEqual({ path: 'percent', before: 0, after: 35 });
  });
});

describe('the ledger under attack and over time', () => {
  const verify = (keys = [office.ledgerKey.verifier]) =>
    verifyLedger(liveSource(office.database.pool('thieu-van'), 'thieu-van'), { keys });
  it('a key is rotated: the old one vouches for the new one, and is trusted no further', async () => {
    const next = newSignerKey(office.ledgerKey.verifier.name);
    inForce = next;
    await rotateKey(office.runtime, 'thieu-van', office.ledgerKey, next, 'admin', office.runtime.clock.now());
    const { body } = await head.get<Page<TaskItem>>('/api/v1/tasks?limit=1');
    await head.post(`/api/v1/tasks/${body.items[0]?.id}/urgings`, { text: 'Sau khi thay khóa.' });
    // The worker holds the old key still: it seals no more, and says what to do.
    await eventually(() => office.output().includes('Set LEDGER_KEY, or rotate the key'));
    await new Sealer(office.runtime.pool, () => next).sealAll('thieu-van');
    expect(await verify()).toMatchObject({ discrepancyCount: 0, signatures: [next.verifier.name] });
    expect(await verify([newSignerKey('x').verifier])).toMatchObject({
      discrepancies: [{ code: 'unknown_key' }],
    });
  });
  it('the drill catches every attack, by index where there is one', async () => {
    const { out, err } = await mb(['drill', '--json'], {
      DATABASE_URL: office.database.url,
      DATA_DIR: join(scratch, 'data'),
      LEDGER_KEY: inForce.secret,
    });
    expect(err).toBe('');
    const { outcomes } = JSON.parse(out) as { outcomes: { caughtBy: string | null; index: number | null }[] };
    expect(outcomes).toHaveLength(17);
    expect(outcomes.filter(({ caughtBy }) => caughtBy === null)).toEqual([]);
    expect(outcomes.filter(({ caughtBy, index }) => caughtBy === 'vault' && index !== null)).toHaveLength(5);
    expect(outcomes.filter(({ caughtBy, index }) => caughtBy === 'verifier' && index !== null)).toHaveLength(
      8,
    );
  });
});
