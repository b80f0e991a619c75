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
])('a phone’s picture with %s behind it is taken', async (_what, rest) => {
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
