import {
  ledgerConsistency,
  ledgerCosigned,
  ledgerKey,
  ledgerProof,
  type InclusionProof,
  type TrailEntry,
} from '#client';
import { bytesOf, canonicalJson, extendsTree, hex, includes, sha256, utf8 } from './hashes';
import { isSignedBy, readNote, type Note } from './notes';

/** What is looked at: is it this entry, these words, in the tree, signed, and witnessed. */
export type Check = 'entry' | 'words' | 'tree' | 'signature' | 'witness';

export interface Finding {
  check: Check;
  /** Undefined: it can't be told here. */
  holds: boolean | undefined;
  /** The witness that it is about. */
  witness?: string;
}

/** Whether this browser can compute at all: not over plain HTTP, except on the server itself. */
export const canCheck = (): boolean => 'subtle' in crypto;

/** Fetches the proof of an entry and computes for itself whether it holds. */
export async function checkEntry(office: string, entry: TrailEntry): Promise<Finding[]> {
  const [proof, key] = await Promise.all([
    ledgerProof({ path: { office, event: entry.eventId }, throwOnError: true }),
    ledgerKey({ path: { office }, throwOnError: true }),
  ]);
  const note = readNote(proof.data.checkpoint);
  const leaf = leafOf(proof.data);
  if (!note) return [{ check: 'tree', holds: false }];
  return [
    { check: 'entry', holds: isThis(leaf, entry) },
    { check: 'words', holds: await saysThis(leaf, entry) },
    { check: 'tree', holds: await isIn(note, proof.data) },
    { check: 'signature', holds: await signed(note, await new Response(key.data).text()) },
    ...(await witnessed(office, note)),
  ];
}

type Leaf = Readonly<Record<string, unknown>>;

const leafOf = ({ leafData }: InclusionProof): Leaf =>
  JSON.parse(new TextDecoder().decode(bytesOf(leafData))) as Leaf;

/** Who did what to what, when, for whom and under which rule is in the leaf as it is shown. */
const isThis = (leaf: Leaf, entry: TrailEntry): boolean =>
  leaf['eventId'] === entry.eventId &&
  leaf['stream'] === entry.subject &&
  leaf['version'] === entry.version &&
  leaf['type'] === entry.type &&
  leaf['actor'] === entry.actor &&
  leaf['onBehalfOf'] === entry.onBehalfOf &&
  leaf['rule'] === entry.rule &&
  Date.parse(String(leaf['recordedAt'])) === Date.parse(entry.recordedAt);

/** What was said stands in the leaf as a hash under a salt, which only supervisors are shown. */
async function saysThis(leaf: Leaf, { data: said, ledger }: TrailEntry): Promise<boolean | undefined> {
  const salt = ledger?.salt ?? null;
  if (leaf['form'] === 2 && salt === null) return undefined;
  const hash = await sha256(bytesOf(leaf['form'] === 2 ? (salt ?? '') : ''), utf8(canonicalJson(said)));
  return leaf['dataHash'] === hex(hash);
}

const isIn = ({ head }: Note, { index, size, leafData, path }: InclusionProof): Promise<boolean> =>
  head.size === size ? includes(head, index, bytesOf(leafData), path.map(bytesOf)) : Promise.resolve(false);

/** Undefined where the browser does not know Ed25519. */
async function signed(note: Note, key: string): Promise<boolean | undefined> {
  try {
    return await isSignedBy(note, key);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return undefined;
    throw error;
  }
}

/** Each witness's last signature, and whether what it stands for and this are one tree. */
async function witnessed(office: string, note: Note): Promise<Finding[]> {
  const { items } = (await ledgerCosigned({ path: { office }, throwOnError: true })).data;
  if (items.length === 0) return [{ check: 'witness', holds: undefined }];
  return Promise.all(
    items.map(async ({ witness, key, note: text }) => {
      const theirs = readNote(text);
      const holds =
        key === null
          ? undefined
          : theirs !== undefined && (await signed(theirs, key)) && (await isOneTree(office, note, theirs));
      return { check: 'witness' as const, holds, witness };
    }),
  );
}

async function isOneTree(office: string, a: Note, b: Note): Promise<boolean> {
  const [first, second] = a.head.size <= b.head.size ? [a.head, b.head] : [b.head, a.head];
  const query = { from: first.size, to: second.size };
  const { proof } = (await ledgerConsistency({ path: { office }, query, throwOnError: true })).data;
  return extendsTree(first, second, proof.map(bytesOf));
}
