import { refusal } from '#kernel';
import { boxesEnd, nameOfBox } from './boxes.js';
import { isWholeTiff } from './tiff.js';

export const fileRefused = refusal(
  'file_refused',
  422,
  { vi: 'Không nhận tệp này', en: 'This file is not taken' },
  {
    vi: 'Gửi tệp PDF, JPEG, PNG, HEIC, TIFF, DOCX hoặc XLSX đúng với tên của nó: {why}.',
    en: 'Send a PDF, JPEG, PNG, HEIC, TIFF, DOCX or XLSX file that is what its name says: {why}.',
  },
);

/** What a file was found to be; never what its sender says. */
export interface FileKind {
  type: string;
  extension: string;
}

const HEIC = ['heic', 'heif'];

/** Types that are taken, with the endings their names may have, and a look at whether the file is that and nothing else. */
const TAKEN: Record<string, { endings: string[]; whole: (bytes: Buffer) => boolean }> = {
  'application/pdf': { endings: ['pdf'], whole: isWholePdf },
  'image/png': { endings: ['png'], whole: (bytes) => isWholePng(bytes) && isImageAlone(bytes) },
  'image/jpeg': { endings: ['jpg', 'jpeg'], whole: (bytes) => isWholeJpeg(bytes) && isImageAlone(bytes) },
  'image/heic': { endings: HEIC, whole: isWholeHeic },
  'image/heif': { endings: HEIC, whole: isWholeHeic },
  'image/tiff': { endings: ['tif', 'tiff'], whole: (bytes) => isWholeTiff(bytes) && isImageAlone(bytes) },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    endings: ['docx'],
    whole: isWholeZip,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    endings: ['xlsx'],
    whole: isWholeZip,
  },
};

/** The types that are taken, and so may be given back. */
export const FILE_TYPES = Object.keys(TAKEN);

// eslint-disable-next-line no-control-regex
const UNSAFE_NAME = /[\u0000-\u001f\u007f\\/:*?"<>|\u202a-\u202e\u2066-\u2069]|^\.|\.\.|[. ]$/;

/** Names that are devices where the file may be opened (Windows), whatever ending they have. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Looks at a file by its content: its type, that its name agrees with it, and that nothing is hidden before, behind or
 * between (polyglots). Refuses `file_refused`.
 */
export async function requireSafeFile(name: string, bytes: Buffer): Promise<FileKind> {
  const no = (why: string) => fileRefused({ why });
  if (name.length > 200 || UNSAFE_NAME.test(name) || DEVICE_NAME.test(name))
    throw no('tên tệp không hợp lệ · its name');
  if (bytes.length === 0) throw no('tệp trống · it is empty');
  const { fileTypeFromBuffer } = await import('file-type'); // a worker takes no files, and stays small
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const taken = found && TAKEN[found.mime];
  if (!taken) throw no(`loại tệp ${found?.mime ?? 'không rõ · unknown'}`);
  const extension = name.split('.').pop()?.toLowerCase() ?? '';
  if (!taken.endings.includes(extension)) throw no(`nội dung là · it is ${taken.endings[0]}`);
  if (!taken.whole(bytes))
    throw no('có dữ liệu ẩn hoặc tệp hỏng · something is hidden in it, or it is damaged');
  return { type: found.mime, extension };
}

const ZIP_END = Buffer.from('PK\u0005\u0006', 'latin1');
const ZIP_END_LENGTH = 22;
const LONGEST_ZIP_END = ZIP_END_LENGTH + 65_535;

function isWholePdf(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('%%EOF');
  return (
    bytes.subarray(0, 5).equals(Buffer.from('%PDF-')) &&
    end >= 0 &&
    /^\s*$/.test(bytes.subarray(end + 5).toString('latin1')) &&
    !endsAsZip(bytes)
  );
}

/** ZIP readers look for the end record within the longest comment from the end: where they find one, it is an archive to them. */
function endsAsZip(bytes: Buffer): boolean {
  const tail = bytes.subarray(-LONGEST_ZIP_END);
  const at = tail.lastIndexOf(ZIP_END);
  return at >= 0 && at + ZIP_END_LENGTH <= tail.length;
}

/** PNG (third edition): chunks from the signature to IEND, which is the last byte. */
function isWholePng(bytes: Buffer): boolean {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return end === bytes.length;
    at = end;
  }
  return false;
}

/** PDF readers look for a header within so many bytes; what is before it they skip. */
const PDF_HEADER_WITHIN = 1_024;

/** An image that is neither an archive nor a PDF as well, in whatever part of it that would hide. */
const isImageAlone = (bytes: Buffer): boolean =>
  !endsAsZip(bytes) && !bytes.subarray(0, PDF_HEADER_WITHIN + 5).includes('%PDF-');

/** HEIC (ISO 23008-12): boxes up to the last byte, and in them nothing that is taken for an archive or a page. */
function isWholeHeic(bytes: Buffer): boolean {
  return boxesEnd(bytes) === bytes.length && isImageAlone(bytes) && !holdsAnother(bytes);
}

const holdsAnother = (bytes: Buffer): boolean => ARCHIVES.some((begins) => bytes.includes(begins));

/** JPEG (T.81): segments and scans up to the end marker, and behind it nothing but what a phone's camera leaves there. */
function isWholeJpeg(bytes: Buffer): boolean {
  const end = jpegEnd(bytes);
  return end !== undefined && isLeftByCamera(bytes.subarray(end));
}

/** Pictures and moving pictures behind an image; a camera leaves two or three. */
const MOST_PARTS = 16;
/** Archives that their readers look for behind other data. */
const ARCHIVES = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c'].map((begins) => Buffer.from(begins, 'latin1'));
/** What a browser takes for a page. */
const PAGE = /<(?:!doctype|html|head|body|script|svg|iframe|\?)/i;

/**
 * What cameras put behind an image, which citizens neither see nor can take away: more images (CIPA DC-007: a preview, a
 * gain map), a moving picture (ISO 14496-12), zeros, and last the tags of one maker's phones (from SEFH to SEFT).
 */
function isLeftByCamera(bytes: Buffer): boolean {
  if (holdsAnother(bytes)) return false;
  let rest = bytes;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const zeros = rest.findIndex((byte) => byte !== 0);
    if (zeros < 0) return true;
    // A moving picture begins with the length of its first part, of which three bytes are zeros.
    const movie = rest.subarray(Math.max(0, zeros - 3));
    const part = nameOfBox(movie, 0) === 'ftyp' ? movie : rest.subarray(zeros);
    const end = part === movie ? boxesEnd(movie) : jpegEnd(part);
    if (end === undefined) return isTagged(part);
    rest = part.subarray(end);
  }
  return false;
}

const isTagged = (rest: Buffer): boolean =>
  rest.subarray(-4).toString('latin1') === 'SEFT' &&
  rest.includes('SEFH') &&
  !PAGE.test(rest.toString('latin1'));

/** Where an image's end marker ends; undefined where there is none, or no image. */
function jpegEnd(bytes: Buffer): number | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return at + 2;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (at + 4 > bytes.length) return undefined;
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker !== 0xda) continue;
    // The scan's data: a marker in it is stuffed or a restart; anything else ends it.
    while (at + 1 < bytes.length) {
      const next = bytes[at + 1] ?? 0;
      if (bytes[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) break;
      at += 1;
    }
  }
  return undefined;
}

/** ZIP: begins with an entry, and the directory lies right before its end record, which is the last. */
function isWholeZip(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf(ZIP_END);
  if (
    !bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')) ||
    end < 0 ||
    end + ZIP_END_LENGTH > bytes.length
  )
    return false;
  const comment = bytes.readUInt16LE(end + 20);
  const directory = bytes.readUInt32LE(end + 12) + bytes.readUInt32LE(end + 16);
  return (
    end + ZIP_END_LENGTH + comment === bytes.length &&
    directory === end &&
    !/vbaProject\.bin/.test(bytes.toString('latin1'))
  );
}
