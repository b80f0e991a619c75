import { StoreUnavailable, isConnectionError, sqlState } from '#event-store';
import { TemporaryFailure } from '#kernel';

/** What the database says of itself, its schema or the moment: connections, rights, deadlocks, disk, memory, its own faults. */
const OF_THE_WHOLE = /^(08|25|26|28|34|3B|3D|3F|40|42|53|55|57|58|F0|XX)...$/;
const OF_THE_SYSTEM = /^E[A-Z0-9]+$/;

/** Whether an error is an event's own, so that all others may go on; else it would meet any event at this moment. */
export function isEventsOwn(error: unknown): boolean {
  if (error instanceof TemporaryFailure || error instanceof StoreUnavailable) return false;
  if (isConnectionError(error)) return false;
  const code = sqlState(error);
  return !OF_THE_WHOLE.test(code) && !OF_THE_SYSTEM.test(code);
}
