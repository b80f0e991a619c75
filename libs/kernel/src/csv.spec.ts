import { csvCell, toCsv } from './csv.js';

it('L: a table without rows has its head', () =>
  expect(toCsv<{ a: number; b: string }>([], ['a', 'b'])).toBe('\ufeffa,b\r\n'));

it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x', ' =1'])(
  'L: %j is no formula where a spreadsheet opens it',
  (text) => expect(csvCell(text)).toBe(`"'${text}"`),
);
