import type { Errand } from '#capability';
import { followedOffices } from '#projection';
import type { FileStore } from '#vault';
import type { Pool } from 'pg';

/** What was laid down and never came to be covered by an event, once an hour. */
export const sweepFiles = (files: FileStore, pool: Pool): Errand => ({
  name: 'sweep',
  subject: 'files',
  everyMs: 3_600_000,
  offices: () => followedOffices(pool),
  run: (office) => files.sweep(office),
});
