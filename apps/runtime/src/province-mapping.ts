import type { Mapping } from '#integration';
import { readFileSync } from 'node:fs';

/** Reads a mapping table of the provincial system; throws with a sentence an operator understands. */
export function readProvinceMapping(path: string): Mapping {
  const { statuses, procedures = {} } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Mapping>;
  const texts = (table: object) =>
    Object.values(table).every((code) => typeof code === 'string' && code !== '');
  if (!statuses || Object.keys(statuses).length === 0 || !texts(statuses) || !texts(procedures))
    throw new Error(
      `PROVINCE_MAPPING ${path} needs "statuses" (event type: code) and may have "procedures" (code: code).`,
    );
  return { statuses, procedures };
}
