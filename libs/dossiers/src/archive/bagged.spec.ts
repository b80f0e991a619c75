import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { bagged, textFile } from './bagged.js';
import { zipped } from './zipped.js';

const of = (text: string) => createHash('sha256').update(text).digest('hex');

async function* payload() {
  yield textFile('dossier.json', '{}');
  yield textFile('files/don.pdf', '%PDF');
}

const bag = {
  name: 'ho-so-1',
  info: [['External-Description', 'Đăng ký\n khai sinh']] as const,
  tags: [textFile('README.txt', 'Đọc trước')],
};

async function packed(at = new Date('2025-01-02T17:30:00Z')) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipped(bagged(payload(), bag), at)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

it('a bag says what it holds as RFC 8493 asks: each file with its hash, the payload with its size', async () => {
  const zip = await JSZip.loadAsync(await packed());
  const text = async (name: string) => zip.file(`ho-so-1/${name}`)?.async('string');
  expect(Object.keys(zip.files)).toEqual(
    [
      ...['bagit.txt', 'README.txt', 'data/dossier.json', 'data/files/don.pdf'],
      ...['bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'],
    ].map((name) => `ho-so-1/${name}`),
  );
  const declared = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
  expect(await text('bagit.txt')).toBe(declared);
  // {} and %PDF: six octets in two files.
  const info = 'External-Description: Đăng ký khai sinh\nPayload-Oxum: 6.2\n';
  expect(await text('bag-info.txt')).toBe(info);
  const manifest = `${of('{}')}  data/dossier.json\n${of('%PDF')}  data/files/don.pdf\n`;
  expect(await text('manifest-sha256.txt')).toBe(manifest);
  expect(await text('tagmanifest-sha256.txt')).toBe(
    [
      [declared, 'bagit.txt'],
      ['Đọc trước', 'README.txt'],
      [info, 'bag-info.txt'],
      [manifest, 'manifest-sha256.txt'],
    ]
      .map(([content = '', name]) => `${of(content)}  ${name}\n`)
      .join(''),
  );
});

it('made twice it is the same to the byte, and shows the office’s time', async () => {
  const [once, again] = [await packed(), await packed()];
  expect(again.equals(once)).toBe(true);
  // DOS time, little-endian, 10 octets into the first header: 00:30 on 03/01/2025 in Hà Nội.
  const [time, day] = [once.readUInt16LE(10), once.readUInt16LE(12)];
  expect([time >> 11, (time >> 5) & 63, day & 31, (day >> 5) & 15, (day >> 9) + 1980]).toEqual([
    0, 30, 3, 1, 2025,
  ]);
});
