import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { logUnreadable } from './log.refusals.js';
import { isEncoding } from './mapping.js';

const MARKS: readonly (readonly [string, string])[] = [
  ['utf-8', '\u00ef\u00bb\u00bf'],
  ['utf-16le', '\u00ff\u00fe'],
  ['utf-16be', '\u00fe\u00ff'],
  // Without a mark: a sign of a tag or of a heading, as two bytes.
  ['utf-16le', '<\u0000'],
  ['utf-16be', '\u0000<'],
];
const DECLARED = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/;

/** How a file's characters are written, and where it says so. */
interface Encoding {
  label: string;
  said: 'by the file' | 'by the mapping';
}

/**
 * A file's text piece by piece, without its byte order mark; gzip is told by content. `read` hears how many bytes of the
 * file are read. Refuses `log_unreadable` for what is cut off, no text, or not written as it says, with the line.
 */
export async function* openText(
  path: string,
  encoding: string,
  read: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let how: Encoding | undefined;
  let lines = 1;
  for await (const bytes of unpacked(path, read)) {
    how ??= encodingOf(bytes, encoding);
    decoder ??= new TextDecoder(how.label, { fatal: true });
    const text = decoded(decoder, bytes, how, lines);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
    yield text;
  }
  if (decoder && how) yield decoded(decoder, undefined, how, lines);
}

async function* unpacked(path: string, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 262_144 });
  const pieces = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const counted = async function* (first: Buffer) {
    read(first.length);
    yield first;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
      read(next.value.length);
      yield next.value;
    }
  };
  try {
    const first = await pieces.next();
    if (first.done) return;
    const kind = first.value.subarray(0, 4).toString('latin1');
    if (kind === 'PK\u0003\u0004')
      throw unreadable(
        'Đây là tệp nén ZIP hoặc Excel; giải nén, hoặc lưu bảng tính thành CSV UTF-8, rồi nạp lại',
        'This is a ZIP or Excel file; unpack it, or save the sheet as CSV UTF-8',
      );
    if (!kind.startsWith('\u001f\u008b')) yield* counted(first.value);
    else yield* gunzipped(counted(first.value));
  } finally {
    file.destroy();
  }
}

async function* gunzipped(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { Readable, pipeline } = await import('node:stream');
  const unpacking = createGunzip({ chunkSize: 262_144 });
  pipeline(Readable.from(packed), unpacking, () => undefined);
  try {
    for await (const bytes of unpacking) yield bytes as Buffer;
  } catch (error) {
    throw unreadable(
      'Tệp nén gzip bị hỏng hoặc bị cắt cụt; lấy lại tệp đầy đủ',
      `The gzip file is damaged or cut off (${error instanceof Error ? error.message : 'gzip'}); fetch it anew`,
    );
  }
}

function encodingOf(first: Buffer, given: string): Encoding {
  const head = first.subarray(0, 200).toString('latin1');
  const mark = MARKS.find(([, begins]) => head.startsWith(begins));
  if (mark) return { label: mark[0], said: 'by the file' };
  const declared = DECLARED.exec(head)?.[1];
  if (declared === undefined)
    return head.trimStart().startsWith('<?xml')
      ? { label: 'utf-8', said: 'by the file' }
      : { label: given, said: 'by the mapping' };
  if (!isEncoding(declared))
    throw unreadable(
      `Không biết bảng mã “${declared}” mà tệp khai`,
      `Unknown encoding “${declared}”, by which the file says it is written`,
    );
  return { label: declared, said: 'by the file' };
}

function decoded(decoder: TextDecoder, bytes: Buffer | undefined, how: Encoding, line: number): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    const at = line + linesBeforeFault(bytes ?? Buffer.alloc(0), how.label);
    const name = how.label.toUpperCase();
    throw how.said === 'by the file'
      ? unreadable(
          `Tệp khai là ${name} nhưng gần dòng ${at} có ký tự không phải ${name}`,
          `The file says it is ${name}, but near line ${at} it is not`,
        )
      : unreadable(
          `Gần dòng ${at} có ký tự không phải ${name}. Lưu lại tệp bằng UTF-8, hoặc ghi bảng mã vào tệp ánh xạ, ví dụ "encoding": "windows-1258"`,
          `Near line ${at} a character is not ${name}. Save the file as UTF-8, or name its encoding in the mapping, such as "encoding": "windows-1258"`,
        );
  }
}

/** How many whole lines of a piece can be read; of its first line, what belongs to a sign begun before is passed over. */
function linesBeforeFault(bytes: Buffer, label: string): number {
  let lines = 0;
  let from = 0;
  while (from < 3 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from += 1;
  for (let to = bytes.indexOf(10, from); to >= 0; from = to + 1, to = bytes.indexOf(10, from)) {
    try {
      new TextDecoder(label, { fatal: true }).decode(bytes.subarray(from, to));
    } catch {
      return lines;
    }
    lines += 1;
  }
  return lines;
}

const unreadable = (vi: string, en: string) => logUnreadable({ why: `${vi} · ${en}` });
