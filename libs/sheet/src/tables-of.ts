import { PLAIN } from '#kernel/plain';
import { readCsv } from './csv/read-csv.js';
import { MOST_BYTES, requireLength } from './limits.js';
import { fileUnreadable } from './sheet.refusals.js';
import { cellName, type ReadFile } from './table.js';

/** Files that are often sent for a table and are none that is read, by how they begin. */
const OTHERS: readonly (readonly [string, string])[] = [
  [
    'd0cf11e0',
    'tệp Word, Excel 97-2003 (.doc, .xls) hoặc có mật khẩu: lưu lại dạng .docx, .xlsx không mật khẩu · a Word or Excel file of 97-2003, or one with a password',
  ],
  [
    '25504446',
    'tệp PDF không có bảng để đọc: gửi tệp gốc .docx, .xlsx · a PDF: send the file it was made from',
  ],
];

/** Reads a file in the thread that asks, which may take a second: `readTables` is for everybody else. Refuses as it does. */
export async function tablesOf(file: Buffer, most: number): Promise<ReadFile> {
  if (file.length === 0) throw fileUnreadable({ why: 'tệp rỗng · empty' });
  if (file.length > MOST_BYTES) throw fileUnreadable({ why: 'quá 2 MB · larger than 2 MB' });
  const start = file.subarray(0, 4).toString('hex');
  const other = OTHERS.find(([begins]) => begins === start);
  if (other) throw fileUnreadable({ why: other[1] });
  const read = start.startsWith('504b') ? await readOffice(file, most) : readCsv(file, most);
  requireCells(read);
  return read;
}

async function readOffice(file: Buffer, most: number): Promise<ReadFile> {
  // Large, and seldom needed: a worker that never reads such a file does not carry what does.
  const { openPackage } = await import('./office/open-package.js');
  const pack = await openPackage(file);
  const rest = { encoding: 'UTF-8', delimiter: null };
  if (pack.has('xl/workbook.xml')) {
    const { readWorkbook } = await import('./office/read-workbook.js');
    return { form: 'xlsx', ...rest, tables: await readWorkbook(pack, most) };
  }
  if (pack.has('word/document.xml')) {
    const { readDocument } = await import('./office/read-document.js');
    return { form: 'docx', ...rest, tables: await readDocument(pack, most) };
  }
  throw fileUnreadable({ why: 'không phải XLSX, DOCX · not an XLSX or DOCX file' });
}

function requireCells({ tables }: ReadFile): void {
  for (const { name, rows } of tables)
    for (const { number, cells } of rows)
      for (const [place, cell] of cells.entries()) {
        const where = () => `${cellName(number, place)}${name === null ? '' : ` (${name})`}`;
        requireLength(cell, where);
        if (!PLAIN.test(cell))
          throw fileUnreadable({
            why: `ô ${where()} có ký tự điều khiển hoặc ký tự hỏng · control or broken characters in ${where()}`,
          });
      }
}
