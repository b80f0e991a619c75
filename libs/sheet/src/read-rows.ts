import { parse } from 'csv-parse/sync';
import { fileUnreadable } from './sheet.refusals.js';

const MAX_BYTES = 2_000_000;
const MAX_UNPACKED = 20_000_000;
const MAX_ROWS = 2_000;
const PLAIN = /^(?:\P{Cc}|[\t\n\r])*$/u;

/** The cells of a table in a file of at most `most` rows, header row first; CSV (UTF-8) or XLSX told apart by content, not by name. */
export async function readRows(file: Buffer, most = MAX_ROWS): Promise<string[][]> {
  if (file.length === 0) throw fileUnreadable({ why: 'tệp rỗng · empty' });
  if (file.length > MAX_BYTES) throw fileUnreadable({ why: 'quá 2 MB · larger than 2 MB' });
  const rows = file.subarray(0, 2).toString('latin1') === 'PK' ? await readSheet(file) : readCsv(file);
  if (rows.length > most) throw fileUnreadable({ why: `quá ${most} dòng · too many rows` });
  return rows;
}

function readCsv(file: Buffer): string[][] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw fileUnreadable({ why: 'không phải UTF-8 · not UTF-8' });
  }
  if (!PLAIN.test(text.replace('\ufeff', '')))
    throw fileUnreadable({ why: 'ký tự điều khiển · control characters' });
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    throw fileUnreadable({ why: error instanceof Error ? error.message : 'CSV' });
  }
}

async function readSheet(file: Buffer): Promise<string[][]> {
  if (unpackedSize(file) > MAX_UNPACKED)
    throw fileUnreadable({ why: 'tệp nén quá lớn khi giải nén · unpacks too large' });
  try {
    // Large, and seldom needed: a worker that never reads a sheet does not carry it.
    const { default: readXlsx } = await import('read-excel-file/node');
    const sheets = await readXlsx(file);
    const rows = sheets[0]?.data ?? [];
    return rows.map((row) =>
      row.map((cell) =>
        cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell),
      ),
    );
  } catch {
    throw fileUnreadable({ why: 'không phải XLSX · not an XLSX file' });
  }
}

/** What a ZIP says it unpacks to (APPNOTE 4.3.12, central directory), so that a bomb is not opened. */
function unpackedSize(file: Buffer): number {
  let sum = 0;
  for (
    let at = file.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0 && at + 46 <= file.length;
    at = file.indexOf('PK\u0001\u0002', at + 46, 'latin1')
  ) {
    const size = file.readUInt32LE(at + 24);
    const packed = file.readUInt32LE(at + 20);
    if (size > 1_000_000 && size > packed * 200) return Infinity;
    sum += size;
  }
  return sum;
}
