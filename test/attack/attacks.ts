import { administrators } from './administrators.js';
import type { Attack } from './attack.js';
import { bodies } from './bodies.js';
import { citizensFiles } from './citizens-files.js';
import { citizensPages } from './citizens-pages.js';
import { connections } from './connections.js';
import { database } from './database.js';
import { duties } from './duties.js';
import { files } from './files.js';
import { guessing } from './guessing.js';
import { headers } from './headers.js';
import { identities } from './identities.js';
import { input } from './input.js';
import { installation } from './installation.js';
import { namesOfActs } from './names-of-acts.js';
import { officeHeader } from './office-header.js';
import { officialsPages } from './officials-pages.js';
import { publicLedger } from './public-ledger.js';
import { whatWasAnswered } from './what-was-answered.js';

/** All attacks, a file a theme; those that move the clock, use up limits or restart the product come last, in that order. */
export const ATTACKS: readonly Attack[] = [
  ...publicLedger,
  ...files,
  ...officeHeader,
  ...duties,
  ...administrators,
  ...headers,
  ...citizensPages,
  ...citizensFiles,
  ...officialsPages,
  ...whatWasAnswered,
  ...input,
  ...bodies,
  ...database,
  ...connections,
  ...namesOfActs,
  ...installation,
  ...identities,
  ...guessing,
];
