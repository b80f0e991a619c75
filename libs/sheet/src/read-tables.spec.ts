import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import writeExcelFile from 'write-excel-file/node';
import { readRows, readTables } from './read-tables.js';
import { fromTcvn3 } from './csv/tcvn3.js';
import { placeOf } from './table.js';

const csv = readFileSync('seeds/thieu-van-2025-tasks.csv');
const text = csv.toString();
const latin = (of: string) => Buffer.from(of, 'latin1');
/** Text in an encoding of a byte a letter, by what each byte is in it. */
const encoder = (letterOf: (byte: Buffer) => string | undefined) => {
  const bytes = new Map<string, number>();
  for (let code = 255; code >= 0; code -= 1) bytes.set(letterOf(Buffer.from([code])) ?? '', code);
  return (of: string) =>
    Buffer.from(
      Array.from(of.normalize('NFC')).flatMap((letter) => {
        // TCVN3 has no capitals with a tone: its small ones are typed, or another font.
        const whole = bytes.get(letter) ?? bytes.get(letter.toLowerCase());
        if (whole !== undefined) return [whole];
        const [base = '', ...marks] = letter.normalize('NFD');
        const tone = marks.find((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark)) ?? '';
        const plain = [base, ...marks.filter((mark) => mark !== tone)].join('').normalize('NFC');
        return [plain, tone].flatMap((part) => bytes.get(part) ?? []);
      }),
    );
};
const in1258 = encoder((byte) => new TextDecoder('windows-1258').decode(byte));
const inTcvn3 = encoder((byte) => fromTcvn3(byte.toString('latin1')));
const why = async (file: Buffer | string): Promise<unknown> => {
  try {
    return await readTables(Buffer.from(file));
  } catch (error) {
    return (error as { values: { why: string } }).values.why;
  }
};

describe('one table in any usual dress', () => {
  const rows = async (file: Buffer | string) => readRows(Buffer.from(file));
  const other = (delimiter: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) =>
        [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
          .slice(0, 7)
          .map(([, cell = '']) => (cell.startsWith('"') ? cell : `"${cell}"`))
          .join(delimiter),
      )
      .join('\r\n');
  it('F10, F17: reads the same cells whatever delimiter, encoding, mark and line end it has', async () => {
    const wanted = await rows(csv);
    expect(wanted).toHaveLength(37);
    for (const delimiter of [',', ';', '\t', '|']) {
      expect(await rows(other(delimiter))).toEqual(wanted);
      expect(await rows(`\ufeff${other(delimiter)}`)).toEqual(wanted);
    }
    expect(await rows(`sep=;\r\n${other(';')}`)).toEqual(wanted);
    expect(await rows(Buffer.from(`\ufeff${other('\t')}`, 'utf16le'))).toEqual(wanted);
    expect(await rows(Buffer.from(other('\t'), 'utf16le'))).toEqual(wanted);
    expect(await rows(Buffer.from(`\ufeff${other(';')}`, 'utf16le').swap16())).toEqual(wanted);
    const sheet = writeExcelFile(wanted.map((row) => row.map((value) => ({ value, type: String }))));
    expect(await rows(await sheet.toBuffer())).toEqual(wanted);
  });
  it('windows-1258 and TCVN3 are known by what they make of all letters', async () => {
    // The same words in both, byte by byte as their standards have them.
    const head = [['Nội dung', 'Đơn vị chủ trì']];
    expect(await rows(latin('N\xf4\xf2i dung;\xd0\xf5n vi\xf2 chu\xd2 tri\xcc'))).toEqual(head);
    expect(await rows(latin('N\xe9i dung;\xa7\xacn v\xde ch\xf1 tr\xd7'))).toEqual(head);
    expect(await rows(in1258(text))).toEqual(await rows(csv));
    expect(JSON.stringify(await rows(inTcvn3(text))).toLowerCase()).toBe(
      JSON.stringify(await rows(csv)).toLowerCase(),
    );
  });

  it('F17: counts rows as a spreadsheet does, blank ones and line breaks in cells included', async () => {
    const { tables } = await readTables(Buffer.from('a,b\n\n"1\n2",3\n,,\n4,5\n'));
    expect(tables[0]?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, 'a', 'b'],
      [3, '1\n2', '3'],
      [5, '4', '5'],
    ]);
  });
});

describe('a workbook', () => {
  it('says in each row what a merged cell says, and shows days as days, months as months', async () => {
    const file = await writeExcelFile([
      [
        { value: 'Chung', rowSpan: 2 },
        { value: new Date('2025-03-15'), type: Date, format: 'dd/mm/yyyy' },
      ],
      [null, { value: new Date('2025-03-01'), type: Date, format: 'mmm-yy' }],
      [
        { value: 0.1 + 0.2, type: Number },
        { value: true, type: Boolean },
      ],
    ]).toBuffer();
    const { form, tables } = await readTables(file);
    expect([form, tables]).toEqual([
      'xlsx',
      [
        {
          name: 'Sheet1',
          rows: [
            { number: 1, cells: ['Chung', '15/03/2025'], merged: new Set() },
            { number: 2, cells: ['Chung', 'tháng 3/2025'], merged: new Set([0]) },
            { number: 3, cells: ['0.3', 'TRUE'], merged: new Set() },
          ],
        },
      ],
    ]);
  });

  it('F5: a cell at the far end is refused by its name, and takes no room', async () => {
    const file = await workbookOf('<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>');
    expect(await why(file)).toMatch(/^ô XFD1048576 nằm ngoài 100 cột đầu/);
  });

  it('more rows than are taken end the reading at once', async () => {
    const rows = Array.from({ length: 2_001 }, (_, i) => `<row r="${i + 1}"><c t="str"><v>x</v></c></row>`);
    expect(await why(await workbookOf(rows.join('')))).toMatch(/^quá 2000 dòng/);
  });
});

describe('refused by name', () => {
  it.each([
    ['nothing', '', /^tệp rỗng/],
    ['too much', 'a'.repeat(2_000_001), /^quá 2 MB/],
    ['a file of Office 97', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /97-2003/],
    ['a PDF', '%PDF-1.7', /PDF/],
    ['control characters', 'a,b\nc,\u0001', /^ô B2 có ký tự điều khiển/],
    ['what an encoding broke before', 'a,b\nc,\ufffd', /^ô B2/],
    ['a quote that is never closed', 'a,b\n1,2\n"c,d\n', /^dấu ngoặc kép mở ở dòng 3 không được đóng/],
    ['a quote in the middle', 'a,b\n1,x"y"\n', /^dấu ngoặc kép đặt sai ở dòng 2/],
    ['UTF-16 cut in two', Buffer.from('\ufeffab', 'utf16le').subarray(0, 5), /bị cắt/],
    [
      'UTF-8 and windows-1258',
      Buffer.concat([csv, in1258('VII,8,Việc,Đề án')]),
      /^lẫn nhiều bảng mã: ô C38 không phải UTF-8/,
    ],
    ['an unknown encoding', latin('a,\xb1\xff\xd0'), /^không nhận ra bảng mã/],
  ])('%s', async (_name, file, message) => {
    expect(await why(file)).toMatch(message);
    expect(await why(file)).toEqual(await why(file));
  });

  it('a workbook cut anywhere, or with a byte of it changed', async () => {
    const whole = await writeExcelFile([['a', 'b'].map((value) => ({ value }))]).toBuffer();
    for (const share of [0.1, 0.5, 0.9, 0.99])
      expect(await why(whole.subarray(0, Math.floor(whole.length * share)))).toMatch(/bị hỏng hoặc bị cắt/);
    expect(await why(await damaged('xl/worksheets/sheet1.xml'))).toMatch(/bị hỏng/);
  });

  it('F20: an archive that lies about its sizes, or unpacks without end, is stopped at the limit', async () => {
    const zip = new JSZip();
    zip.file('xl/workbook.xml', '<workbook/>').file('xl/sharedStrings.xml', ' '.repeat(30_000_000));
    const bomb = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    expect(await why(bomb)).toMatch(/quá lớn khi giải nén/);
    expect(await why(lying(bomb, 30_000_000, 1_000))).toMatch(/bị hỏng/);
  });

  it('one text in many cells, and elements without end within each other, are stopped at the limit', async () => {
    const shared = (cells: string) =>
      workbookOf(cells, '', `<sst><si><t>${'a'.repeat(32_000)}</t></si></sst>`);
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`;
    expect(await why(await shared(row.repeat(1_900)))).toMatch(/quá 4 triệu ký tự/);
    const merged = `<row><c t="s"><v>0</v></c></row>${'<row><c r="B{}" t="n"><v>1</v></c></row>'.repeat(500)}`;
    const below = merged.replaceAll('r="B{}" ', '').replaceAll('<row><c t="n">', '<row><c/><c t="n">');
    const over = '</sheetData><mergeCells><mergeCell ref="A1:A501"/></mergeCells><sheetData>';
    expect(await why(await shared(`${below}${over}`))).toMatch(/quá 4 triệu ký tự/);
    expect(await why(await workbookOf('<a>'.repeat(300_000)))).toMatch(/bị hỏng/);
  });

  it('a part that is twice there, a DTD, another kind of archive', async () => {
    expect(await why(await workbookOf('', '<!DOCTYPE worksheet [<!ENTITY a "aa">]>'))).toMatch(/bị hỏng/);
    const odt = await new JSZip().file('mimetype', 'x').generateAsync({ type: 'nodebuffer' });
    expect(await why(odt)).toMatch(/^không phải XLSX, DOCX/);
  });
});

it('a cell is found by its name', () => {
  expect([placeOf('A1'), placeOf('AA10'), placeOf('XFD1048576'), placeOf('1A')]).toEqual([
    { row: 1, place: 0 },
    { row: 10, place: 26 },
    { row: 1_048_576, place: 16_383 },
    undefined,
  ]);
});

describe('two megabytes of text', () => {
  const full = (sign: string) => Buffer.alloc(1_990_000, sign, 'latin1');
  it.each([
    [',', /^$/],
    ['\r', /^$/],
    ['a', /^ô A1 dài quá 32.767 ký tự/],
    ['\u00ea', /^ô A1 dài quá 32.767 ký tự/],
    ['"a",', / nằm ngoài 100 cột đầu/],
    ['a\n', /^quá 2000 dòng/],
  ])('of %j are read or refused for what they are', async (sign, told) => {
    const said = await why(full(sign));
    expect(typeof said === 'string' ? said : '').toMatch(told);
  });

  it('hold nobody else up while they are read', async () => {
    const order: string[] = [];
    await readRows(csv); // its thread is there
    const read = readRows(full('\n')).then(() => order.push('read'));
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    order.push('others');
    await read;
    expect(order).toEqual(['others', 'read']);
  });
});

async function workbookOf(rows: string, before = '', texts = ''): Promise<Buffer> {
  const zip = new JSZip();
  if (texts !== '') zip.file('xl/sharedStrings.xml', texts);
  zip.file('xl/workbook.xml', '<workbook><sheets><sheet name="KH" r:id="r1"/></sheets></workbook>');
  zip.file('xl/_rels/workbook.xml.rels', '<R><Relationship Id="r1" Target="sheet.xml"/></R>');
  zip.file('xl/sheet.xml', `${before}<worksheet><sheetData>${rows}</sheetData></worksheet>`);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The size of a part, wherever the archive tells it, said to be another. */
function lying(zip: Buffer, size: number, told: number): Buffer {
  const [from, to] = [Buffer.alloc(4), Buffer.alloc(4)];
  from.writeUInt32LE(size);
  to.writeUInt32LE(told);
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 4)) to.copy(copy, at);
  return copy;
}

/** A workbook whose archive is whole, and one part of which says another thing than was packed. */
async function damaged(name: string): Promise<Buffer> {
  const zip = new JSZip();
  zip.file('xl/workbook.xml', '<workbook><sheets><sheet name="KH" r:id="r1"/></sheets></workbook>');
  zip.file('xl/_rels/workbook.xml.rels', '<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>');
  zip.file(name, '<worksheet><row><c t="str"><v>Quý I</v></c></row></worksheet>');
  const stored = await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
  stored.write('V', stored.indexOf('I</v>'), 'latin1');
  return stored;
}
