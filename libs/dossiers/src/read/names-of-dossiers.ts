import type { NamesOf } from '#capability';
import type { Pool } from 'pg';

/** Dossiers by their code. */
export const namesOfDossiers =
  (pool: Pool): NamesOf =>
  async (office, ids) => {
    const { rows } = await pool.query<{ id: string; code: string }>(
      `select dossier_id as id, code from rm_dossier.dossier
       where office = $1 and dossier_id = any ($2::uuid[]) and code is not null`,
      [office, ids],
    );
    return new Map(rows.map(({ id, code }) => [id, { vi: `hồ sơ ${code}`, en: `dossier ${code}` }]));
  };
