import { decision, type Aggregate, type AggregateStore } from '#event-store';
import { derivedId, newId } from '#kernel';
import type { Pool } from 'pg';
import { inTransaction } from '#projection';
import { parseCheckpoint } from '../format/checkpoint.js';
import { stateRotation, type KeyStatement } from '../format/key-statement.js';
import type { SignerKey } from '../format/keys.js';
import { signNote } from '../format/signed-note.js';
import { lockHead } from './ledger-store.js';
import { Sealer } from './sealer.js';

/** The old key hands over to the new one; it is the last event that the old one seals. */
type KeyRotated = { type: 'LedgerKeyRotated'; data: KeyStatement };

const ledgerKeys: Aggregate<{ key: string | null }, KeyRotated> = {
  kind: 'ledger',
  initial: { key: null },
  evolve: (_state, { data }) => ({ key: data.newKey }),
};

/**
 * Rotates the key of an office's ledger (thay khóa ký): an event that the old key has signed, sealed under the old
 * key; from there on only the new one seals. Checkpoints of the old key stay valid under it. A crash before the end
 * leaves the old key in force; asked again, the rotation goes on.
 */
export async function rotateKey(
  { pool, aggregates }: { pool: Pool; aggregates: AggregateStore },
  office: string,
  from: SignerKey,
  to: SignerKey,
  actor: string,
  now: Date,
): Promise<void> {
  const statement = stateRotation(office, from, to.verifier);
  const act = {
    office,
    subject: derivedId(office, 'ledger'),
    commandId: newId(),
    digest: statement.newKey,
    attribution: { actor },
    now,
  };
  await aggregates.execute(
    decision(ledgerKeys, act, ({ key }) =>
      key === statement.newKey ? [] : [{ type: 'LedgerKeyRotated', data: statement }],
    ),
  );
  await new Sealer(pool, () => from).sealAll(office);
  await inTransaction(pool, async (db) => {
    const head = await lockHead(db, office, true);
    if (head?.key !== from.verifier.text) return;
    // The checkpoint at which the keys change carries both signatures.
    const { body } = parseCheckpoint(Buffer.from(head.checkpoint));
    await db.query('update ledger.head set key = $2, checkpoint = $3 where office = $1', [
      office,
      to.verifier.text,
      signNote(body, from, to),
    ]);
  });
}
