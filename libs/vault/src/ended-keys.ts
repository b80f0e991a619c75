import type { Pool } from 'pg';

/** The event by which a key was destroyed. */
export interface EndedBy {
  subject: string;
  version: number;
  position: string;
}

/** A key, a person's or a file's own, of whose end the trail and the vault say different things. */
export interface KeyInDoubt {
  keyId: string;
  /** The event that tells of its end; null where none does. */
  told: EndedBy | null;
}

const SLICE = 5_000;

/**
 * Of keys those that an act destroyed: a person's as they were erased; a file's as it expired, or with whoever it was attached
 * to. Asked stream by stream, in order and one each: only the key of streams serves that, however long the log is.
 */
export async function endedByAct(
  pool: Pool,
  office: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, EndedBy>> {
  if (keys.length === 0) return new Map();
  const { rows } = await pool.query<EndedBy & { key: string }>({
    name: 'ended_by_act',
    text: `select k.key, e.subject, e.version, e.position
           from unnest($2::uuid[]) as k(key)
           cross join lateral (
             (select subject, version, position from event
              where office = $1 and subject = k.key and type in ('PersonErased', 'FileExpired') order by version limit 1)
             union all
             (select erased.* from (
                select (data ->> 'personId')::uuid as person from event
                where office = $1 and subject = k.key and type = 'FileAttached' order by version) attached
              cross join lateral (
                select subject, version, position from event
                where office = $1 and subject = attached.person and type = 'PersonErased' order by version limit 1) erased)
             limit 1) e`,
    values: [office, keys],
  });
  return new Map(rows.map(({ key, ...by }) => [key, by]));
}

/** Keys that are gone though no act ended them, and, unless only those are asked for, such as are there though one did. */
export async function keysInDoubt(
  pool: Pool,
  office: string,
  { goneOnly }: { goneOnly: boolean },
): Promise<KeyInDoubt[]> {
  const doubts: KeyInDoubt[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await pool.query<{ id: string; gone: boolean }>(
      `select person_id as id, wrapped_key is null as gone from vault.person
       where office = $1 and person_id > $2 and (wrapped_key is null or not $3) order by person_id limit $4`,
      [office, after, goneOnly, SLICE],
    );
    const ended = await endedByAct(
      pool,
      office,
      rows.map(({ id }) => id),
    );
    for (const { id, gone } of rows) {
      const told = ended.get(id) ?? null;
      if (gone === (told === null)) doubts.push({ keyId: id, told });
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < SLICE) return doubts;
  }
}
