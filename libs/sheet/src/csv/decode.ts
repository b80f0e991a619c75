import { isUtf8 } from 'node:buffer';
import { fileUnreadable } from '../sheet.refusals.js';
import { cellName, type TableRow } from '../table.js';
import { fromTcvn3 } from './tcvn3.js';

/** What a file of text says, and how its cells are still to be decoded where each of its bytes is a character so far. */
export interface Decoded {
  text: string;
  encoding: 'UTF-8' | 'UTF-16' | 'bytes';
}

/** Text by its byte order mark or by what it can only be. Bytes that are no UTF-8 are left as they are (ISO 8859-1). */
export function decode(file: Buffer): Decoded {
  const wide = byteOrder(file);
  if (wide !== undefined) return { text: decodeAs(wide, file), encoding: 'UTF-16' };
  return isUtf8(file)
    ? { text: decodeAs('utf-8', file), encoding: 'UTF-8' }
    : { text: file.toString('latin1'), encoding: 'bytes' };
}

/** UTF-16, by its mark or by the zeros that stand beside each letter of ASCII. */
function byteOrder(file: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const mark = file.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  if (mark === 'feff') return 'utf-16be';
  if (file[0] === 0) return 'utf-16be';
  return file[1] === 0 ? 'utf-16le' : undefined;
}

function decodeAs(encoding: string, file: Buffer): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    throw fileUnreadable({
      why: `chữ bị hỏng hoặc tệp bị cắt (${encoding}) · broken text, or a file that was cut off (${encoding})`,
    });
  }
}

export type NumberedRow = Pick<TableRow, 'number' | 'cells'>;

const VIETNAMESE =
  /^[\p{ASCII}\u00a0§°·–—‘’“”•…àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]*$/iu;

/**
 * Decodes cells whose bytes are no UTF-8: windows-1258 or TCVN3, whichever makes Vietnamese of all of them. Refused are
 * cells of which some are UTF-8 and some are not, and what both or neither could be: nothing is guessed.
 */
export function decodeCells(rows: NumberedRow[]): {
  rows: NumberedRow[];
  encoding: 'windows-1258' | 'TCVN3';
} {
  refuseMixed(rows);
  const all = rows.flatMap(({ cells }) => cells);
  const readings = { 'windows-1258': from1258, TCVN3: fromTcvn3 };
  const fitting = (['windows-1258', 'TCVN3'] as const).filter((one) =>
    all.every((cell) => isVietnamese(readings[one](cell))),
  );
  const [encoding, another] = fitting;
  if (encoding === undefined || another !== undefined)
    throw fileUnreadable({
      why: 'không nhận ra bảng mã (không phải UTF-8, UTF-16, windows-1258, TCVN3): lưu lại dạng CSV UTF-8 · unknown encoding: save it as CSV UTF-8',
    });
  const decoded = (cell: string) => readings[encoding](cell) ?? cell;
  return { encoding, rows: rows.map(({ number, cells }) => ({ number, cells: cells.map(decoded) })) };
}

const from1258 = (bytes: string): string =>
  new TextDecoder('windows-1258').decode(Buffer.from(bytes, 'latin1')).normalize('NFC');

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether these are Vietnamese letters only, no syllable of which has two tones. */
const isVietnamese = (text: string | undefined): boolean =>
  text !== undefined &&
  VIETNAMESE.test(text) &&
  (text.normalize('NFD').match(/[\p{L}\p{M}]+/gu) ?? []).every(
    (word) => (word.match(TONES) ?? []).length < 2,
  );

function refuseMixed(rows: NumberedRow[]): void {
  let utf8 = false;
  let other: string | undefined;
  for (const { number, cells } of rows)
    for (const [place, cell] of cells.entries()) {
      if (!/[\u0080-\u00ff]/.test(cell)) continue;
      if (isUtf8(Buffer.from(cell, 'latin1'))) utf8 = true;
      else other ??= cellName(number, place);
    }
  if (utf8 && other !== undefined)
    throw fileUnreadable({
      why: `lẫn nhiều bảng mã: ô ${other} không phải UTF-8 như các ô khác · mixed encodings: ${other} is not UTF-8 as others are`,
    });
}
