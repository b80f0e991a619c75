import { PLAIN } from '#kernel';
import { extractText, getDocumentProxy } from 'unpdf';
import { hasSign, runsOf, type FontName } from './fonts.js';
import { toPdf } from './pdf.js';
import { printable, type PrintedDocument } from './printed-document.js';

const FONTS: FontName[] = ['Tinos', 'Emoji', 'Unifont'];
const documentOn = (text: string): PrintedDocument => ({
  paper: 'A4',
  issuer: { above: 'ỦY BAN NHÂN DÂN TỈNH', name: 'ỦY BAN NHÂN DÂN XÃ' },
  number: 1,
  symbol: 'TNHS',
  place: 'Thiệu Vân',
  day: '2025-01-02',
  title: 'GIẤY TIẾP NHẬN',
  subject: text,
  body: [
    { text },
    { field: 'Họ tên', value: text },
    { list: [text] },
    { columns: [{ name: text, share: 100 }], rows: [[text]] },
  ],
  recipients: [text],
  signature: { role: 'CHỦ TỊCH', name: text },
  madeAt: new Date('2025-01-02T00:00:00Z'),
});
const textOf = async (pdf: Uint8Array) =>
  (await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: true })).text;
const often = (text: string, part: string) => text.split(part).length - 1;

it('F19: every sign that a text may hold is in one of the fonts', () => {
  const lacking: string[] = [];
  for (let point = 0x20; point <= 0x10ffff; point += 1) {
    const sign = String.fromCodePoint(point);
    if (!PLAIN.test(sign) || /\p{Default_Ignorable_Code_Point}/u.test(sign)) continue;
    if (!FONTS.some((font) => hasSign(font, sign))) lacking.push(point.toString(16));
  }
  expect(lacking).toEqual([]);
});

it.each([
  ['Chinese', '阮文安'],
  ['Korean', '김지영'],
  ['Japanese', 'さくら'],
  ['Thai', 'สมชาย'],
  ['Khmer', 'ភូមិ'],
  ['signs', '①☑♥₿'],
  ['an emoji', '😀'],
])(
  'F19: %s is in the document, and read back from it, everywhere that it is written',
  async (_name, said) => {
    const read = await textOf(await toPdf(printable(documentOn(`Ông ${said} nhận`))));
    const bare = (text: string) => text.replace(/\s/g, '');
    expect(often(bare(read), bare(said))).toBe(8);
    expect(read).not.toContain('\u0000');
  },
);

describe('F19: a text in runs', () => {
  it('is one where Tinos has all of it, decomposed marks too', () => {
    expect(runsOf('Nguyễn Thị Ưởng'.normalize('NFD'))).toHaveLength(1);
    expect(runsOf('Đơn giá 5.000 ₫ – “đủ”…')).toEqual([{ text: 'Đơn giá 5.000 ₫ – “đủ”…', font: 'Tinos' }]);
  });
  it('tears no emoji apart, and no letter from its marks', () => {
    expect(runsOf('a👨‍👩‍👧b')).toEqual([
      { text: 'a', font: 'Tinos' },
      { text: '👨‍👩‍👧', font: 'Emoji' },
      { text: 'b', font: 'Tinos' },
    ]);
    expect(runsOf('ก็x')).toEqual([
      { text: 'ก็', font: 'Unifont' },
      { text: 'x', font: 'Tinos' },
    ]);
  });
  it('leaves out what chooses how a sign looks, where the font knows of no choice', () =>
    expect(runsOf('中\ufe01')).toEqual([{ text: '中', font: 'Unifont' }]));
});

it.each(['\u{20000}', '\u{1d400}', '\ue000', '\u0378', '\u{f0000}'])(
  'F19: %j, which no font shows, is refused; kept before, it is printed as a question mark',
  async (sign) => {
    expect(PLAIN.test(`Ông ${sign}`)).toBe(false);
    expect(await textOf(await toPdf(printable(documentOn(`Ông ${sign} An`))))).toContain('Ông ? An');
  },
);
