import { areListedUpTo } from '#projection';
import type { Runtime } from '../../../runtime/src/index.js';
import type { FollowedLog } from './office-changes.js';

/** The log with the places of the read models that are made of it. */
export const followedLog = ({ store, pool }: Pick<Runtime, 'store' | 'pool'>): FollowedLog => ({
  changes: (office, after, limit) => store.changes(office, after, limit),
  end: (office) => store.end(office),
  areListedUpTo: (office, place) => areListedUpTo(pool, office, place),
});
