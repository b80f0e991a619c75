import { Refusal } from '#kernel';
import { readTables } from '#sheet';
import { proceduresFromRows } from './procedure-rows.js';

const HEAD = 'Mã;Tên;Lĩnh vực;Thời hạn;Đơn vị thời hạn;Phí;Mức độ dịch vụ;Thành phần;Các bước';
const ROW = '1.001;Tên thủ tục;Hộ tịch;5;working-days;0;counter;Đơn;Xét';

/** What is said against a file: each cell and what it holds; or how many procedures it gives. Asked twice, the same. */
async function verdictOn(...lines: string[]): Promise<unknown> {
  const once = async () => {
    const { tables } = await readTables(Buffer.from(lines.join('\r\n')));
    try {
      return proceduresFromRows(tables[0]?.rows ?? []).length;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { errors } = error.values as { errors: { cell: string; column: string; value: string }[] };
      return errors.map(({ cell, column, value }) => `${cell} ${column}: ${value}`);
    }
  };
  const first = await once();
  expect(await once()).toEqual(first);
  return first;
}

describe('a catalogue file', () => {
  it.each([
    ['is read', [ROW, ROW.replace('1.001', '1.002')], 2],
    [
      'behind blank rows and a line within a cell, is named by the cell that a spreadsheet shows',
      [
        '',
        ROW.replace('Tên thủ tục', '"Tên\nthủ tục"'),
        '',
        ROW.replace('1.001', '1.002').replace(';5;', ';năm;'),
      ],
      ['D5 Thời hạn: năm'],
    ],
    [
      'without a name, or of a service that there is none of',
      [ROW.replace('Tên thủ tục', ''), ROW.replace('1.001', '1.002').replace('counter', 'quầy')],
      ['B2 Tên: ', 'G3 Mức độ dịch vụ: quầy'],
    ],
    ['twice in one', [ROW, HEAD, ROW], ['D3 Thời hạn: Thời hạn', 'F3 Phí: Phí', 'A4 Mã: 1.001']],
  ])('%s', async (_name, lines, verdict) => expect(await verdictOn(HEAD, ...lines)).toEqual(verdict));

  it('that lacks a column says so with each row, by the column’s name', async () => {
    const [head, row] = [HEAD, ROW].map((line) => line.replace(/;(Phí|0);/, ';'));
    expect(await verdictOn(head ?? '', row ?? '')).toEqual(['2 phí: ']);
  });
});
