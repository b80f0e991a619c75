import JSZip from 'jszip';
import { toDocx } from './docx.js';
import { printable, type PrintedDocument } from './printed-document.js';

const document = (name: string): PrintedDocument => ({
  paper: 'A4',
  issuer: { above: 'ỦY BAN NHÂN DÂN TỈNH', name: `ỦY BAN NHÂN DÂN XÃ ${name}` },
  number: 1,
  symbol: 'TNHS',
  place: 'Thiệu Vân',
  day: '2025-01-02',
  title: name,
  body: [
    { field: 'Họ tên', value: name },
    { list: [name] },
    { columns: [{ name, share: 1 }], rows: [[name]] },
  ],
  recipients: [name],
  signature: { role: 'CHỦ TỊCH', name },
  madeAt: new Date('2025-01-02T00:00:00Z'),
});

it.each(['Ủy\uffff ban', '\ufffe', 'a\u0001b', '\u{1fffe}', '\ud800'])(
  'F19: a document opens although a text kept before %j was refused is in it',
  async (name) => {
    const zip = await JSZip.loadAsync(await toDocx(printable(document(name))));
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    expect(xml).toContain('?');
    // XML 1.0, 2.2: what no XML file may hold.
    expect(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml)).toBeNull();
  },
);
