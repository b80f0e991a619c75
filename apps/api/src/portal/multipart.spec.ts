import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { MOST_AT_ONCE, MOST_FILES, MOST_OF_A_FILE, readMultipart } from './multipart.js';

interface Sent {
  name: string;
  filename?: string;
  bytes: Buffer | string;
}

const partOf = ({ name, filename, bytes }: Sent): Buffer[] => [
  Buffer.from(
    `--x\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"\r\nContent-Type: image/jpeg`}\r\n\r\n`,
  ),
  Buffer.from(bytes),
  Buffer.from('\r\n'),
];
const END = Buffer.from('--x--\r\n');

const read = (parts: readonly Sent[], end = END) =>
  readMultipart(
    { 'content-type': 'multipart/form-data; boundary=x' },
    Readable.from([...parts.flatMap(partOf), end]) as IncomingMessage,
  );
const text = (name: string, bytes: string): Sent => ({ name, bytes });
const file = (filename: string, size: number): Sent => ({
  name: 'paper:Giấy chứng sinh',
  filename,
  bytes: Buffer.alloc(size, 1),
});

describe('a form with files', () => {
  it('is what was written in it, and its files by the fields they stood in', async () => {
    const { fields, files, lacking } = await read([
      text('name', 'Lê Thị Nộp'),
      { ...file('giấy khai sinh.jpg', 3), bytes: 'abc' },
      { ...file('', 0) },
      text('name', 'Lan'),
    ]);
    expect(fields).toEqual(new Map([['name', ['Lê Thị Nộp', 'Lan']]]));
    expect(files).toEqual([
      { field: 'paper:Giấy chứng sinh', name: 'giấy khai sinh.jpg', bytes: Buffer.from('abc') },
    ]);
    expect(lacking).toBeUndefined();
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])(
    'may call a field %s, as every object calls something of its own',
    async (name) => {
      const { fields } = await read([text(name, 'x'), text(name, 'y'), text('name', 'Lan')]);
      expect([...fields]).toEqual([
        [name, ['x', 'y']],
        ['name', ['Lan']],
      ]);
    },
  );

  it('of a file that is too large is told which, and nothing that was written is lost', async () => {
    const { fields, files, ...what } = await read([
      text('name', 'Lan'),
      file('nhỏ.jpg', MOST_OF_A_FILE),
      file('lớn.jpg', MOST_OF_A_FILE + 1),
    ]);
    expect(what).toMatchObject({ lacking: 'file_too_large', which: 'lớn.jpg' });
    expect(fields).toEqual(new Map([['name', ['Lan']]]));
    expect(files.map(({ name }) => name)).toEqual(['nhỏ.jpg']);
  });

  it('with too many files is told so', async () => {
    const many = Array.from({ length: MOST_FILES + 1 }, (_, n) => file(`${n}.jpg`, 1));
    expect(await read(many)).toMatchObject({ lacking: 'too_many_files' });
    expect(await read(many.slice(1))).toMatchObject({ lacking: undefined });
  });

  it('that is too large as a whole is read no further, and what was written before its files is there', async () => {
    const tenth = Math.ceil(MOST_AT_ONCE / 4) + 1_000;
    const { fields, files, lacking } = await read([
      text('name', 'Lan'),
      ...[1, 2, 3, 4].map((n) => file(`${n}.jpg`, tenth)),
      text('late', 'never seen'),
    ]);
    expect([fields, files, lacking]).toEqual([new Map([['name', ['Lan']]]), [], 'all_too_large']);
  });

  it('of more parts than a form has is read no further, whatever they are', async () => {
    const bare = Array.from({ length: 300 }, () => Buffer.from('--x\r\n\r\n\r\n'));
    let taken = 0;
    const slowly = Readable.from(
      (function* () {
        for (const part of bare) yield ((taken += 1), part);
        yield END;
      })(),
      { highWaterMark: 1 },
    );
    const form = readMultipart(
      { 'content-type': 'multipart/form-data; boundary=x' },
      slowly as IncomingMessage,
    );
    await expect(form).rejects.toThrow('invalid_input');
    expect(taken).toBeLessThan(300);
    const fields = Array.from({ length: 101 }, (_, n) => text(`f${n}`, 'x'));
    await expect(read(fields)).rejects.toThrow('invalid_input');
    expect((await read(fields.slice(1))).fields.size).toBe(100);
  });

  it.each([
    ['is cut off', [text('name', 'Lan')], Buffer.from('--x\r\nContent-Dis')],
    ['has no end', [file('1.jpg', 10)], Buffer.from('')],
  ])('that %s is none', async (_what, parts, end) => {
    await expect(read(parts, end)).rejects.toThrow('invalid_input');
  });

  it('without a boundary is none', async () => {
    await expect(
      readMultipart({ 'content-type': 'multipart/form-data' }, Readable.from([END]) as IncomingMessage),
    ).rejects.toThrow('invalid_input');
  });
});
