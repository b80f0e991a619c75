import type { LogReader, StoredEvent } from '#event-store';
import type { Parked } from '#parked';
import type { PoolClient } from 'pg';
import { doWhatCanBe } from './do-what-can-be.js';
import { takenIn, waitingOf, type Reader } from './set-aside.js';

const AT_ONCE = 1_000;

/**
 * Tries a subject's waiting events again, in order, the one longest due; within a transaction that holds the reader's
 * place. Answers whether the subject is whole again; undefined where none is due. What went well before the event that
 * fails once more stays done.
 */
export async function takeUpAgain(
  db: PoolClient,
  log: LogReader,
  parked: Parked,
  reader: Reader,
  attempt: (events: StoredEvent[]) => Promise<void>,
): Promise<boolean | undefined> {
  const { office, worker } = reader;
  const [due] = await parked.takeDue(office, worker, 1, db);
  if (!due) return undefined;
  const { subject } = due;
  for (;;) {
    const positions = await waitingOf(db, reader, subject, AT_ONCE);
    const events = await log.readAt(db, office, positions);
    const [failed] = await doWhatCanBe(events, () => subject, attempt);
    const end = failed ? positions.indexOf(failed.event.position) : positions.length;
    await takenIn(db, reader, subject, positions.slice(0, end));
    if (failed) {
      const { type, position } = failed.event;
      await parked.note({ office, worker, subject }, `${type} #${position}`, failed.error, db);
      return false;
    }
    if (positions.length < AT_ONCE) break;
  }
  await parked.settle({ office, worker, subject }, db);
  return true;
}
