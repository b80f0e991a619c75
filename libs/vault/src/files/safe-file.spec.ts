import { requireSafeFile } from './safe-file.js';

const latin1 = (...parts: string[]) => Buffer.from(parts.join(''), 'latin1');
const segment = (marker: string, bytes: string) =>
  `\xff${marker}${String.fromCharCode((bytes.length + 2) >> 8, (bytes.length + 2) & 0xff)}${bytes}`;
const JFIF = segment('\xe0', 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0');
const SCAN = `${segment('\xda', '\x01\x01\0\0\x3f\0')}\x12\xff\0\x34\xff\xd0\x56`;
/** A picture as small as one can be, with a comment where one is given. */
const picture = (comment?: string) =>
  `\xff\xd8${JFIF}${comment === undefined ? '' : segment('\xfe', comment)}${SCAN}\xff\xd9`;
const box = (name: string, bytes: string) =>
  `${String.fromCharCode(0, 0, (bytes.length + 8) >> 8, (bytes.length + 8) & 0xff)}${name}${bytes}`;
const MOVIE = box('ftyp', 'mp42\0\0\0\0isommp42') + box('moov', 'x'.repeat(300)) + box('mdat', '\x01\x02');
const TAGS = `\0\0\x01\nImage_UTC_Data1735779600000SEFH\x6a\0\0\0\x01\0\0\0SEFT`;
const ARCHIVE = `PK\x03\x04${'\0'.repeat(26)}PK\x05\x06${'\0'.repeat(18)}`;
const PDF = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';

it.each([
  ['nothing', ''],
  ['a second picture: a gain map', picture()],
  ['pictures with zeros between', `\0\0\0${picture()}\0\0${picture()}\0`],
  ['a moving picture', MOVIE],
  ['a moving picture whose last part runs to the end', `${box('ftyp', 'mp42')}\0\0\0\0mdatabc`],
  ['a gain map and a moving picture', picture() + MOVIE],
  ['tags of its maker', TAGS],
  ['a moving picture within its maker’s tags', `\0\0\x30\nMotionPhoto_Data${MOVIE}${TAGS}`],
  ['zeros', '\0'.repeat(64)],
])('F21: a phone’s picture with %s behind it is taken', async (_what, rest) => {
  const taken = await requireSafeFile('anh.jpg', latin1(picture(), rest));
  expect(taken).toEqual({ type: 'image/jpeg', extension: 'jpg' });
});

it.each([
  ['a page behind it', picture() + '<html><script>alert(1)</script>'],
  ['words behind it', picture() + 'MZ\x90\0 a program'],
  ['an archive behind it', picture() + ARCHIVE],
  ['an archive in its comment', picture(ARCHIVE)],
  ['an archive in a moving picture behind it', picture() + box('ftyp', 'mp42') + box('free', ARCHIVE)],
  [
    'another kind of archive in a moving picture',
    picture() + box('ftyp', 'mp42') + box('free', 'Rar!\x1a\x07\x01\0'),
  ],
  ['a PDF in its comment', picture(PDF)],
  ['a PDF behind it', picture() + PDF],
  ['a page among its maker’s tags', `${picture()}<!DOCTYPE html><body>${TAGS}`],
  ['its end missing', picture().slice(0, -2)],
  ['a second picture cut short', picture() + picture().slice(0, -2)],
])('a picture with %s is refused', async (_what, bytes) => {
  await expect(requireSafeFile('anh.jpg', latin1(bytes))).rejects.toThrow('file_refused');
});

it('ten megabytes of the smallest pictures hold nobody up', async () => {
  const bytes = Buffer.concat([latin1(picture()), Buffer.alloc(10_000_000, latin1('\xff\xd8\xff\xd9'))]);
  const began = performance.now();
  await expect(requireSafeFile('anh.jpg', bytes)).rejects.toThrow('file_refused');
  expect(performance.now() - began).toBeLessThan(1_000);
});

/** A HEIC image as phones write it: its kind, what is in it, its data. */
const heic = (...more: string[]) =>
  latin1(
    box('ftyp', 'heic\0\0\0\0mif1heic'),
    box('meta', '\0'.repeat(40)),
    box('mdat', '\x01\x02\x03'),
    ...more,
  );

/** A TIFF with pages of one strip each; `more` behind it. */
function tiff(pages: number, more = '', order: 'II' | 'MM' = 'II'): Buffer {
  const PAGE = 2 + 4 * 12 + 4 + 16;
  const bytes = Buffer.alloc(8 + pages * PAGE);
  const little = order === 'II';
  const short = (value: number, at: number) =>
    little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  bytes.write(order, 'latin1');
  short(42, 2);
  long(8, 4);
  for (let page = 0; page < pages; page += 1) {
    const at = 8 + page * PAGE;
    const strip = at + 2 + 4 * 12 + 4;
    short(4, at);
    for (const [index, [tag, value]] of [
      [256, 4],
      [257, 4],
      [273, strip],
      [279, 16],
    ].entries()) {
      const entry = at + 2 + index * 12;
      short(tag ?? 0, entry);
      short(4, entry + 2);
      long(1, entry + 4);
      long(value ?? 0, entry + 8);
    }
    long(page + 1 < pages ? at + PAGE : 0, at + 2 + 4 * 12);
    bytes.fill(7, strip, strip + 16);
  }
  return Buffer.concat([bytes, latin1(more)]);
}

it.each([
  ['a photo of a phone', 'IMG_0001.HEIC', heic()],
  ['a scan of one page', 'scan.tif', tiff(1)],
  ['a scan of three pages', 'scan.tiff', tiff(3)],
  ['a scan by a machine of the other order', 'scan.tif', tiff(2, '', 'MM')],
  ['a PDF 2.0', 'don.pdf', latin1(PDF.replace('1.7', '2.0'))],
])('%s is taken as it was sent', async (_what, name, bytes) => {
  expect((await requireSafeFile(name, bytes)).extension).toBe(name.split('.').pop()?.toLowerCase());
});

it.each([
  ['a photo with an archive behind it', 'a.heic', heic(ARCHIVE)],
  ['a photo with an archive in a box', 'a.heic', heic(box('free', ARCHIVE))],
  ['a photo with words behind it', 'a.heic', heic('MZ\x90\0 a program')],
  ['a photo cut short', 'a.heic', heic().subarray(0, -1)],
  ['a scan with an archive behind it', 'a.tif', tiff(2, ARCHIVE)],
  ['a scan with a page of HTML behind it', 'a.tif', tiff(1, '<html>')],
  ['a scan cut short', 'a.tif', tiff(2).subarray(0, -4)],
  [
    'a scan whose pages go round for ever',
    'a.tif',
    Buffer.concat([tiff(1).subarray(0, 58), Buffer.from([8, 0, 0, 0]), tiff(1).subarray(62)]),
  ],
  ['a photo that is called a scan', 'a.tif', heic()],
])('%s is refused', async (_what, name, bytes) => {
  await expect(requireSafeFile(name, bytes)).rejects.toThrow('file_refused');
});
