import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Somebody whom a backup would have brought back; a file that it would is nobody. */
export interface ErasedAgain {
  office: string;
  person_id: string;
}

const NO_LIST =
  'Không khôi phục gì: thiếu danh sách khóa đã hủy, nên ai được xóa sau bản sao này sẽ trở lại. Đưa danh sách bằng --erased <tệp>: ' +
  'kết quả của "mb erased" mà người vận hành giữ, /ledger/<đơn vị>/erased, hoặc tệp ghi nhớ của bên làm chứng. Chưa từng xóa ai thì đưa một tệp rỗng.\n' +
  'Nothing was restored: without the list of destroyed keys, whoever was erased since this backup comes back. Bring it with --erased <file>: ' +
  'what "mb erased" printed for the operator, /ledger/<office>/erased, or the file that a witness remembers by. Where nobody was ever erased, an empty file.';

/**
 * The people whose keys were destroyed, from lists kept outside the backup: what `mb erased` prints, what an office
 * publishes, what a witness remembers; else from `erased.txt` in `DATA_DIR`. Refuses where there is no list: whether
 * somebody was erased since can't be told from the backup.
 */
export async function destroyedKeys(files: string[], dataDir: string): Promise<string[]> {
  if (files.length === 0) {
    const kept = await readFile(join(dataDir, 'erased.txt'), 'utf8').catch(() => undefined);
    if (kept === undefined) throw new Error(NO_LIST);
    return idsIn(kept);
  }
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).flatMap(idsIn);
}

const idsIn = (text: string): string[] => text.toLowerCase().match(ID) ?? [];

/** Destroys again the keys of people and files that were erased since the backup, with all that was written under them. */
export async function destroyAgain(client: pg.Client, erased: readonly string[]): Promise<ErasedAgain[]> {
  await client.query('delete from vault.fact where person_id = any($1::uuid[])', [erased]);
  const { rows: files } = await client.query<{ file_id: string }>(
    'delete from vault.file where person_id = any($1::uuid[]) or about = any($1::uuid[]) returning file_id',
    [erased],
  );
  const own = files.map(({ file_id: id }) => id);
  const { rows } = await client.query<ErasedAgain>(
    `update vault.person set wrapped_key = null, erased_at = now()
     where (person_id = any($1::uuid[]) or person_id = any($2::uuid[])) and wrapped_key is not null
     returning office, person_id`,
    [erased, own],
  );
  return rows.filter(({ person_id: id }) => !own.includes(id));
}
