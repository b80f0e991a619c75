import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How long a process may use what nearly every request looks at after it asked for it, in milliseconds: the organisation,
 * the catalogue, a session. Whoever changes such a thing answers only when all such leases have run out, so nothing is
 * decided on what was before once they were answered, in whichever process.
 */
export const LEASE_MS = 100;

/** For clocks that do not go equally fast. */
const MARGIN_MS = 20;

/** Resolves when no process uses any more what was there before this call. */
export const leasesRunOut = (): Promise<void> => sleep(LEASE_MS + MARGIN_MS);
