import { sqlFile } from '#kernel';
import type { Pool } from 'pg';

/** A file with the event that says whose it is; null where none does. */
export interface GivenAway {
  fileId: string;
  version: number | null;
  position: string | null;
}

const GIVEN_AWAY = sqlFile('./given-away.sql', import.meta.url);

/** Files that the vault would give to somebody whom their events do not name. */
export const filesGivenAway = async (pool: Pool, office: string): Promise<GivenAway[]> =>
  (await pool.query<GivenAway>(GIVEN_AWAY, [office])).rows;
