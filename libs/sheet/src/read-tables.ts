import { OwnThread, temporaryFailure } from '#kernel';
import { MOST_ROWS } from './limits.js';
import type { Outcome, Reading } from './reading-thread.js';
import { fileUnreadable } from './sheet.refusals.js';
import type { ReadFile } from './table.js';

const manyAreRead = temporaryFailure(
  'many_are_read',
  503,
  { vi: 'Đang đọc nhiều tệp cùng lúc', en: 'Many files are being read at once' },
  { vi: 'Gửi lại sau ít phút.', en: 'Send it again in a minute.' },
);
/** Enough for any file that the limits let in, and far from what would hurt the service. */
const MOST_MEMORY_MB = 512;

/** Two megabytes of commas hold whoever reads them for a second: others are answered meanwhile. */
const thread = new OwnThread<Reading, Outcome>('#sheet/reading-thread', manyAreRead, MOST_MEMORY_MB);

/**
 * The tables of a file with at most `most` rows that say something: CSV in any usual dress, XLSX or DOCX, told apart by
 * content, not by name. Refuses `file_unreadable`, saying what is wrong and where; `many_are_read`.
 */
export async function readTables(file: Buffer, most = MOST_ROWS): Promise<ReadFile> {
  const outcome = await thread.run({ file, most });
  if ('refused' in outcome) throw fileUnreadable(outcome.refused);
  return outcome.read;
}

/** The cells of the first table of a file, header row first; rows that say nothing are left out. */
export async function readRows(file: Buffer, most = MOST_ROWS): Promise<string[][]> {
  const { tables } = await readTables(file, most);
  return (tables[0]?.rows ?? []).map(({ cells }) => cells);
}
