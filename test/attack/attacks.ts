import type { Attack } from './attack.js';
import { files } from './files.js';
import { namesOfActs } from './names-of-acts.js';
import { publicLedger } from './public-ledger.js';

/** All attacks, a file a theme; those that move the clock come last in theirs. */
export const ATTACKS: readonly Attack[] = [...publicLedger, ...files, ...namesOfActs];
