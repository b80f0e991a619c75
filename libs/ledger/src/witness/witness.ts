import { checkSignature, parseCheckpoint, type SignedCheckpoint } from '../format/checkpoint.js';
import { cosign } from '../format/cosignature.js';
import type { SignerKey, VerifierKey } from '../format/keys.js';
import { TiledTree, type ReadTile } from '../tree/proof.js';
import { isConsistent } from '../verify/check-proof.js';

/** What a witness remembers of a ledger: the last checkpoint it has accepted, as it was signed. */
export interface Remembered {
  note: string;
}

/** Why a witness does not cosign; both checkpoints together are the proof. */
export class ForkSeen extends Error {
  constructor(
    readonly code: 'went_back' | 'split_view' | 'not_consistent',
    message: string,
    readonly before: string,
    readonly offered: string,
  ) {
    super(message);
  }
}

/**
 * Accepts a checkpoint only as an extension of the last one accepted, and cosigns it (bên làm chứng). Refuses with
 * ForkSeen what shrinks, splits or does not extend; with FormatError what is not signed by a known key.
 */
export async function witnessCheckpoint(
  offered: Uint8Array,
  remembered: Remembered | undefined,
  { keys, signer, readTile, at }: { keys: VerifierKey[]; signer: SignerKey; readTile: ReadTile; at: Date },
): Promise<{ checkpoint: SignedCheckpoint; cosigned: string }> {
  const checkpoint = parseCheckpoint(offered);
  checkSignature(checkpoint, keys);
  const text = Buffer.from(offered).toString();
  if (remembered) await requireExtension(remembered.note, checkpoint, text, readTile);
  return { checkpoint, cosigned: `${text}${cosign(checkpoint.body, signer, at)}\n` };
}

async function requireExtension(
  note: string,
  offered: SignedCheckpoint,
  text: string,
  readTile: ReadTile,
): Promise<void> {
  const before = parseCheckpoint(Buffer.from(note));
  const fork = (code: ForkSeen['code'], why: string) =>
    new ForkSeen(code, `${before.origin}: ${why}`, note, text);
  if (offered.size < before.size)
    throw fork('went_back', `size ${offered.size} is offered after ${before.size} was seen`);
  if (offered.size === before.size) {
    if (offered.root.equals(before.root)) return;
    throw fork('split_view', `two roots are signed for one size, ${offered.size}`);
  }
  const proof = await new TiledTree(offered.size, readTile).consistency(before.size).catch(() => undefined);
  if (!proof || !isConsistent(before, offered, proof))
    throw fork(
      'not_consistent',
      `size ${offered.size} does not extend the size ${before.size} that was seen`,
    );
}
