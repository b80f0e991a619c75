import writeExcelFile from 'write-excel-file/node';
import { readPlanFile, seedCsv } from './plan.story.js';

const HEAD = 'TT;Nội dung;Sản phẩm;Chủ trì;Thời gian';
const AREA = 'I;Cải cách thể chế;;;';
const ROW = '1;Rà soát;Kế hoạch;UBND xã;Quý I';

/** What is said against a file: each error's cell and code, or why none of it could be read; asked twice, the same. */
async function verdictOn(...lines: string[]): Promise<unknown> {
  const once = async () => {
    try {
      const { errors } = await readPlanFile(lines.join('\n'));
      return errors.map(({ cell, code }) => `${cell} ${code}`);
    } catch (error) {
      return (error as { values: { why: string } }).values.why;
    }
  };
  const first = await once();
  expect(await once()).toEqual(first);
  return first;
}

describe('what is wrong is named by the cell that a spreadsheet shows', () => {
  it.each([
    ['a unit that nobody knows', [AREA, '1;Rà soát;Kế hoạch;Sở Ngoại vụ;Quý I'], ['D3 unknown_unit']],
    ['a cell left empty', [AREA, '', '1;Rà soát;;UBND xã;Quý I'], ['C4 empty_cell']],
    [
      'a day that no year has',
      [AREA, '1;Rà soát;Kế hoạch;UBND xã;trước ngày 30/02/2025'],
      ['E3 no_such_date'],
    ],
    ['a task above all areas', [ROW], ['A2 unknown_area']],
    ['an area that the plan does not have', ['X;Việc khác;;;', ROW], ['A2 unknown_area', 'A3 unknown_area']],
    ['an area under another’s number', ['II;Cải cách thể chế;;;', ROW], ['A2 area_mismatch']],
    ['a number twice', [AREA, ROW, ROW], ['A4 duplicate_row']],
    ['a number that a spreadsheet made a day', [AREA, ROW.replace('1', '01/02/2025')], ['A3 bad_number']],
    ['rows that were shuffled', [AREA, ROW.replace('1', '2'), ROW], ['A4 out_of_order']],
    ['areas that were shuffled', [AREA, ROW, 'V;;;;', ROW, AREA, ROW.replace('1', '2')], ['A7 out_of_order']],
    ['a row that is neither task nor area', [AREA, 'Ghi chú thêm;;;;', ROW], ['A3 row_unclear']],
    ['a file twice', [AREA, ROW, HEAD, AREA, ROW], ['A6 duplicate_row']],
  ])('%s', async (_name, lines, verdict) => {
    expect(await verdictOn(HEAD, ...lines)).toEqual(verdict);
  });

  it.each([
    ['no head', ['1;2;3', 'a;b;c'], /^không thấy dòng tiêu đề cột/],
    ['a head that lacks a column', [HEAD.replace('Thời gian', 'Khác'), ROW], /^dòng 1 thiếu cột: Thời gian/],
    [
      'two columns of one meaning',
      [`${HEAD};Thời hạn`, ROW],
      /^tiêu đề cột trùng nhau \(E1, F1: Thời gian\)/,
    ],
    ['a row cut off within quotes', [HEAD, AREA, '1;"Rà soát'], /^dấu ngoặc kép mở ở dòng 3/],
  ])('%s', async (_name, lines, message) => {
    expect(await verdictOn(...lines)).toMatch(message);
  });

  it('the words say where, in which column, and what', async () => {
    const { errors } = await readPlanFile([HEAD, AREA, '1;Rà soát;Kế hoạch;Sở Ngoại vụ;Quý I'].join('\n'));
    expect(errors[0]?.message).toBe(
      'Ô D3 (Chủ trì): không có bộ phận "Sở Ngoại vụ" trong tổ chức · the organisation has no such unit',
    );
  });

  it('two sheets that both hold a plan: the office says which', async () => {
    const rows = [HEAD, AREA, ROW].map((line) => line.split(';').map((value) => ({ value, type: String })));
    const file = writeExcelFile([
      { sheet: 'KH 2024', data: rows },
      { sheet: 'KH 2025', data: rows },
    ]);
    await expect(file.toBuffer().then(readPlanFile)).rejects.toMatchObject({
      values: { why: expect.stringContaining('"KH 2024", "KH 2025"') as unknown },
    });
  });
});

describe('what is read with care', () => {
  const tasksOf = async (...lines: string[]) => {
    const { content, errors, notes } = await readPlanFile([HEAD, AREA, ...lines].join('\n'));
    expect(errors).toEqual([]);
    return { tasks: content.tasks, notes: notes.map(({ cell, code }) => `${cell} ${code}`) };
  };

  it('a spreadsheet’s number in place of a day, and says so', async () => {
    const { tasks, notes } = await tasksOf(ROW.replace('Quý I', '45731'));
    expect(tasks[0]?.obligations).toMatchObject([
      { phrase: '15/03/2025', schedule: { kind: 'oneOff', day: '2025-03-15' } },
    ]);
    expect(notes).toEqual(['E3 date_from_number']);
    expect((await tasksOf(ROW.replace('Quý I', '40000'))).notes).toEqual(['E3 deadline_unreadable']);
  });

  it('units behind commas, where each is one; a head over others; numbers with their area before them', async () => {
    const { tasks } = await tasksOf(
      '1;Tuyên truyền;;;',
      '1.1;Kế hoạch;Kế hoạch;Công an xã, đài truyền thanh và UBND  xã;Quý I',
      'I.2;Rà soát;Kế hoạch;Công chức Văn phòng – Thống kê;Quý I',
    );
    expect(tasks).toMatchObject([
      { number: 'I.1.1', leadUnitId: 'Công an xã', coImplementers: ['Đài truyền thanh', 'UBND xã'] },
      { number: 'I.2', leadUnitId: 'Công chức Văn phòng - Thống kê', coImplementers: [] },
    ]);
  });

  it('rows of the seeds’ form may stand in any order: each names its area', async () => {
    const [head = '', ...lines] = seedCsv.toString().trimEnd().split('\n');
    const { content, errors } = await readPlanFile([head, ...lines.toReversed()].join('\n'));
    expect(errors).toEqual([]);
    const whole = await readPlanFile(seedCsv);
    expect(content.tasks).toEqual(whole.content.tasks.toReversed());
  });
});
