import type { EventRow } from '#event-store';
import { inOffice } from '#kernel';
import { committedIn, type PublishedLedger } from '#ledger';
import type { Held, Vault } from '#vault';
import type { Pool } from 'pg';

/** Something in the vault that is not what its event says was received. */
export interface VaultFinding {
  code:
    | 'vault_changed'
    | 'vault_missing'
    | 'vault_stray'
    | 'vault_key_destroyed'
    | 'vault_not_erased'
    | 'readings_changed';
  /** Of the event, in the ledger; null until it is sealed, and for what no event tells of. */
  index: number | null;
  stream: string;
  version: number | null;
  detail: string;
}

/** What a look into the vault came to. */
export interface VaultVerdict {
  office: string;
  /** Commitments that were looked at. */
  checked: number;
  /** Those of people who were erased: nobody can open them any more. */
  erased: number;
  findings: VaultFinding[];
}

interface Parts {
  pool: Pool;
  ledger: PublishedLedger;
  vault: Vault;
}

const SLICE = 1_000;
const WHAT: Record<Exclude<Held, 'unchanged' | 'erased'>, { code: VaultFinding['code']; detail: string }> = {
  changed: {
    code: 'vault_changed',
    detail: 'what the vault holds is not what was received · không phải điều đã nhận',
  },
  missing: {
    code: 'vault_missing',
    detail: 'what was received is gone from the vault · không còn trong kho',
  },
  destroyed: {
    code: 'vault_key_destroyed',
    detail: 'the key was destroyed and no act did it · khóa bị hủy mà không có hành vi nào',
  },
};

const NOT_ERASED = {
  code: 'vault_not_erased',
  detail: 'an act destroyed the key and it is there · đã có hành vi xóa mà khóa vẫn còn',
} as const;

/**
 * Holds what the vault has against the commitments in the log (đối chiếu kho dữ liệu cá nhân): words, names, files. With
 * `newest`, only the last so many, and of keys those that are gone.
 */
export function checkVault(
  { pool, ledger, vault }: Parts,
  office: string,
  { newest }: { newest?: number } = {},
): Promise<VaultVerdict> {
  return inOffice(office, async () => {
    const verdict: VaultVerdict = { office, checked: 0, erased: 0, findings: [] };
    for await (const rows of committing(pool, office, newest)) {
      const held = await vault.contents.held(
        office,
        rows.flatMap((row) => committedIn(row) ?? []),
      );
      verdict.checked += rows.length;
      verdict.erased += held.filter((state) => state === 'erased').length;
      await name(verdict, ledger, rows, held);
    }
    if (newest === undefined) await nameGivenAway(verdict, ledger, vault);
    for (const { personId, actId } of await vault.contents.strayActs(office))
      verdict.findings.push({
        code: 'vault_stray',
        index: null,
        stream: personId,
        version: null,
        detail: `no event tells of act ${actId} · không có sự kiện nào`,
      });
    verdict.findings.push(...(await keysInDoubt({ ledger, vault }, office, newest !== undefined)));
    return verdict;
  });
}

/** Keys that are gone without an act, and keys that are there after one. */
async function keysInDoubt(
  { ledger, vault }: Pick<Parts, 'ledger' | 'vault'>,
  office: string,
  goneOnly: boolean,
): Promise<VaultFinding[]> {
  const doubts = await vault.contents.keysInDoubt(office, { goneOnly });
  const indexOf = await indexes(
    ledger,
    office,
    doubts.flatMap(({ told }) => told?.position ?? []),
  );
  return doubts.map(({ keyId, told }) =>
    told === null
      ? { index: null, stream: keyId, version: null, ...WHAT.destroyed }
      : {
          index: indexOf.get(told.position) ?? null,
          stream: told.subject,
          version: told.version,
          ...NOT_ERASED,
        },
  );
}

async function name(
  { office, findings }: VaultVerdict,
  ledger: PublishedLedger,
  rows: EventRow[],
  held: Held[],
): Promise<void> {
  const wrong = rows.flatMap((row, n) => {
    const state = held[n];
    return state === undefined || state === 'unchanged' || state === 'erased'
      ? []
      : [{ row, ...WHAT[state] }];
  });
  if (wrong.length === 0) return;
  const indexOf = await indexes(
    ledger,
    office,
    wrong.map(({ row }) => row.position),
  );
  for (const { row, code, detail } of wrong)
    findings.push({
      code,
      index: indexOf.get(row.position) ?? null,
      stream: row.subject,
      version: row.version,
      detail: detail + fileIn(row),
    });
}

/** Which file an event tells of, in words; nothing where it tells of none. */
function fileIn({ type, subject, data }: EventRow): string {
  const fileId = type === 'FileUploaded' ? subject : data.fileId;
  return typeof fileId === 'string' ? ` (tệp · file ${fileId})` : '';
}

async function nameGivenAway({ office, findings }: VaultVerdict, ledger: PublishedLedger, vault: Vault) {
  const files = await vault.contents.filesGivenAway(office);
  const indexOf = await indexes(
    ledger,
    office,
    files.flatMap(({ position }) => position ?? []),
  );
  for (const { fileId, version, position } of files)
    findings.push({
      code: 'vault_changed',
      index: (position === null ? undefined : indexOf.get(position)) ?? null,
      stream: fileId,
      version,
      detail: 'the vault gives this file to somebody else · kho trao tệp này cho người khác',
    });
}

/** Where events stand in the ledger, by their positions; those that are sealed. */
async function indexes(
  ledger: PublishedLedger,
  office: string,
  positions: string[],
): Promise<ReadonlyMap<string, number>> {
  if (positions.length === 0) return new Map();
  const places = await ledger.placesOf(office, positions);
  return new Map(places.map(({ position, index }) => [position, index]));
}

/** The events that hold a commitment, slice by slice in the order of the log; the newest ones in one slice. */
async function* committing(pool: Pool, office: string, newest?: number): AsyncGenerator<EventRow[]> {
  if (newest !== undefined) {
    const { rows } = await pool.query<EventRow>(
      `select * from event where office = $1 and data ? 'commitment' order by position desc limit $2`,
      [office, newest],
    );
    yield rows;
    return;
  }
  for (let after = '0'; ;) {
    const { rows } = await pool.query<EventRow>(
      `select * from event where office = $1 and position > $2 and data ? 'commitment' order by position limit $3`,
      [office, after, SLICE],
    );
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.position ?? after;
    if (rows.length < SLICE) return;
  }
}
