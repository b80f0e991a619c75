import { readFileSync } from 'node:fs';
import writeExcelFile from 'write-excel-file/node';
import { readRows } from './read-rows.js';

const csv = readFileSync('seeds/thieu-van-2025-tasks.csv');

it('reads the same cells from CSV, from CSV with a byte order mark, and from XLSX', async () => {
  const rows = await readRows(csv);
  expect(rows).toHaveLength(37);
  expect(await readRows(Buffer.concat([Buffer.from('\ufeff'), csv]))).toEqual(rows);
  const sheet = writeExcelFile(rows.map((row) => row.map((value) => ({ value, type: String }))));
  expect(await readRows(await sheet.toBuffer())).toEqual(rows);
});

it('refuses what is empty or too large', async () => {
  await expect(readRows(Buffer.alloc(0))).rejects.toThrow('file_unreadable');
  await expect(readRows(Buffer.alloc(2_000_001, 'a'))).rejects.toThrow('file_unreadable');
});
