import { createHash } from 'node:crypto';
import { parseCheckpoint, type SignedCheckpoint } from '../format/checkpoint.js';
import { parseBundle } from '../format/entry-bundle.js';
import { statedKey, type KeyStatement } from '../format/key-statement.js';
import type { VerifierKey } from '../format/keys.js';
import { tilePath } from '../format/tile-path.js';
import { checkSigners } from './check-signers.js';
import { add, finding, messageOf } from './findings.js';
import { GrowingRoot } from './growing-root.js';
import type { Finding, LedgerSource, ReadEvent, Verdict } from './ledger-source.js';
import { differingMembers, isSalted, renderEntry } from './render-entry.js';
import { Salts } from './salts.js';

const BUNDLE = 256;

export interface VerifyOptions {
  /** The office's public keys; a later one is trusted where an earlier one vouches for it in the log. */
  keys: VerifierKey[];
  witnesses?: VerifierKey[];
  onProgress?: (checked: number, size: number) => void;
}

/** Recomputes every hash of a ledger and says everything that is not as it was sealed. */
export async function verifyLedger(source: LedgerSource, options: VerifyOptions): Promise<Verdict> {
  const verdict: Verdict = {
    office: source.office,
    size: 0,
    root: '',
    signatures: [],
    cosignatures: [],
    eventsChecked: 0,
    discrepancies: [],
    discrepancyCount: 0,
    unknown: [],
  };
  const bytes = await source.checkpoint();
  if (!bytes) return { ...verdict, unknown: ['checkpoint'] };
  let checkpoint: SignedCheckpoint;
  try {
    checkpoint = parseCheckpoint(bytes);
  } catch (error) {
    add(verdict, finding(error));
    return verdict;
  }
  verdict.size = checkpoint.size;
  verdict.root = checkpoint.root.toString('base64');
  if (checkpoint.size === 0) {
    add(verdict, { code: 'size_zero', detail: 'a checkpoint of size zero covers nothing' });
    return verdict;
  }
  const keys = [...options.keys];
  await checkTree(source, checkpoint, { keys, salts: new Salts(), verdict }, options.onProgress);
  checkSigners(checkpoint, keys, options.witnesses ?? [], verdict);
  return verdict;
}

/** What goes along from one end of the log to the other. */
interface Check {
  keys: VerifierKey[];
  salts: Salts;
  verdict: Verdict;
}

async function checkTree(
  source: LedgerSource,
  checkpoint: SignedCheckpoint,
  check: Check,
  onProgress: VerifyOptions['onProgress'],
): Promise<void> {
  const { size } = checkpoint;
  const { verdict } = check;
  const tree = new GrowingRoot((level, number, hashes) => checkTile(source, verdict, level, number, hashes));
  for (let number = 0; number * BUNDLE < size; number += 1) {
    const width = Math.min(BUNDLE, size - number * BUNDLE);
    const leaves = await checkBundle(source, number, width, check);
    // Without its entries nothing to the right can be computed.
    if (!leaves) return;
    for (const leaf of leaves) await tree.add(leaf);
    onProgress?.(number * BUNDLE + width, size);
  }
  if (verdict.unknown.length > 0) return;
  const root = await tree.finish();
  if (!root.equals(checkpoint.root))
    add(verdict, { code: 'root_differs', detail: `the leaves give the root ${root.toString('base64')}` });
}

/** The leaf hashes of a bundle as published; checks them against the events they stand for. */
async function checkBundle(
  source: LedgerSource,
  number: number,
  width: number,
  check: Check,
): Promise<Buffer[] | undefined> {
  const { verdict } = check;
  const [published, tile] = await Promise.all([source.entries(number, width), source.tile(0, number, width)]);
  const path = tilePath({ level: 'entries', number, width });
  if (!published || !tile) {
    verdict.unknown.push(published ? tilePath({ level: 0, number, width }) : path);
    return undefined;
  }
  const sealed = leavesOf(tile, width);
  let entries: Buffer[] | undefined;
  if (published !== 'rendered') {
    try {
      entries = parseBundle(published, width);
    } catch (error) {
      add(verdict, { ...finding(error), index: number * BUNDLE, detail: `${path}: ${messageOf(error)}` });
    }
  }
  const events = await source.events(number, width);
  checkEvents({ number, width, entries, sealed, events }, check);
  if (published === 'rendered') return sealed ?? undefined;
  return entries?.map(hashLeaf);
}

interface Bundle {
  number: number;
  width: number;
  entries: Buffer[] | undefined;
  sealed: Buffer[] | undefined;
  events: ReadEvent[];
}

function checkEvents(
  { number, width, entries, sealed, events }: Bundle,
  { keys, salts, verdict }: Check,
): void {
  for (let n = 0; n < width; n += 1) {
    const index = number * BUNDLE + n;
    const event = events[n];
    const where = event ? { index, stream: event.stream, version: event.version } : { index };
    if (!event) {
      add(verdict, { code: 'event_missing', ...where, detail: 'the event that was sealed here is gone' });
      continue;
    }
    verdict.eventsChecked += 1;
    const rendered = renderEntry(event, index);
    const entry = entries?.[n];
    const fits = entry
      ? entry.equals(Buffer.from(rendered))
      : (sealed?.[n]?.equals(hashLeaf(Buffer.from(rendered))) ?? true);
    if (entry && sealed && !sealed[n]?.equals(hashLeaf(entry)))
      add(verdict, {
        code: 'leaf_differs',
        ...where,
        detail: 'the entry is not the one its leaf was made of',
      });
    if (!fits && events.length < width && !entry) {
      add(verdict, {
        code: 'event_missing',
        index,
        detail: `${width - events.length} of the ${width} events from here on are gone`,
      });
      return;
    }
    const salt = salts.check(event, entry !== undefined && isSalted(entry.toString()));
    if (salt) add(verdict, { ...salt, ...where });
    if (!fits) {
      if (salt?.code === 'salt_missing') continue;
      const what = entry
        ? differingMembers(entry.toString(), rendered).join(', ')
        : 'its data, its metadata or its salt';
      add(verdict, { code: 'event_differs', ...where, detail: `not as sealed: ${what}` });
    } else if (event.type === 'LedgerKeyRotated') {
      followRotation(event, where, keys, verdict);
    }
  }
  for (const { stream, version } of events.slice(width))
    add(verdict, { code: 'event_added', stream, version, detail: 'an event stands where none was sealed' });
}

/** A key is trusted where a trusted one has handed over to it. */
function followRotation(
  event: ReadEvent,
  where: Omit<Finding, 'code' | 'detail'>,
  keys: VerifierKey[],
  verdict: Verdict,
): void {
  const stated = statedKey(event.office, event.data as KeyStatement);
  if (!stated)
    add(verdict, { code: 'key_not_vouched', ...where, detail: 'the old key did not sign this rotation' });
  else if (keys.some(({ text }) => text === stated.old.text)) keys.push(stated.next);
}

async function checkTile(
  source: LedgerSource,
  verdict: Verdict,
  level: number,
  number: number,
  hashes: Buffer[],
): Promise<void> {
  const path = tilePath({ level, number, width: hashes.length });
  const tile = await source.tile(level, number, hashes.length);
  if (!tile) verdict.unknown.push(path);
  else if (tile.length !== hashes.length * 32)
    add(verdict, {
      code: 'tile_length',
      detail: `${path} holds ${tile.length} bytes, not ${hashes.length * 32}`,
    });
  else {
    const at = hashes.findIndex((hash, n) => !hash.equals(tile.subarray(n * 32, n * 32 + 32)));
    if (at >= 0)
      add(verdict, {
        code: 'tile_differs',
        detail: `${path}, hash ${at}`,
        ...(level === 0 ? { index: number * BUNDLE + at } : {}),
      });
  }
}

const hashLeaf = (entry: Buffer): Buffer => createHash('sha256').update(Buffer.of(0)).update(entry).digest();

const leavesOf = (tile: Buffer, width: number): Buffer[] | undefined =>
  tile.length === width * 32
    ? Array.from({ length: width }, (_, n) => tile.subarray(n * 32, n * 32 + 32))
    : undefined;
