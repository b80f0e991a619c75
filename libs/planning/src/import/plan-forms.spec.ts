import {
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import writeExcelFile from 'write-excel-file/node';
import { facts, readPlanFile, seedCsv, seedRows, type SeedRow } from './plan.story.js';

const HEAD = [
  'TT',
  'Nội dung/Nhiệm vụ',
  'Sản phẩm',
  'Bộ phận thực hiện',
  'Phối hợp',
  'Thời gian',
  'Kinh phí',
];
const list = (cell: string) => cell.split(';').map((part) => part.trim());

/** The appendix with a row above each area, as the commune's own paper has it. */
const byArea = (rows: SeedRow[]) =>
  facts.areas.map(({ code, name }) => ({ code, name, rows: rows.filter(({ section }) => section === code) }));

describe('the appendix of the commune’s own plan, whatever form it has, is read to the same tasks', () => {
  let seed: Awaited<ReturnType<typeof readPlanFile>>;
  let rows: SeedRow[];
  beforeAll(async () => {
    seed = await readPlanFile(seedCsv);
    rows = await seedRows();
  });

  it('the seeds’ own file has 36 tasks, 16 leads to confirm, and nothing against it', () => {
    expect(seed.errors).toEqual([]);
    expect(seed.content.tasks).toHaveLength(36);
    expect(seed.content.tasks.filter(({ leadToConfirm }) => leadToConfirm)).toHaveLength(16);
  });

  it('F17: CSV of Excel: semicolons, titles above the head, a row an area, blank rows, signatures below', async () => {
    const line = (...cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
    const file = [
      'sep=;',
      'PHỤ LỤC;;;;;;',
      '(Kèm theo Kế hoạch số 01/KH-UBND ngày 02/01/2025);;;;;;',
      ';;;;;;',
      line(...HEAD),
      '(1);(2);(3);(4);(5);(6);(7)',
      ...byArea(rows).flatMap(({ code, name, rows: of }) => [
        line(code, name.toUpperCase(), '', '', '', '', ''),
        ...of.map((row) =>
          line(`${row.no}.`, row.title, row.deliverables, row.lead, row.coordinators, row.deadline, ''),
        ),
      ]),
      ';;;;;;',
      ';;;;TM. ỦY BAN NHÂN DÂN;;',
    ].join('\r\n');
    const read = await readPlanFile(`\ufeff${file}`);
    expect(read.content).toEqual(seed.content);
    expect(read.errors).toEqual([]);
    expect(read.rows.map(({ kind }) => kind).filter((kind) => kind !== 'task')).toEqual([
      'above',
      'above',
      'head',
      'head',
      ...facts.areas.map(() => 'area'),
      'left_out',
    ]);
    expect(read.notes.at(0)).toMatchObject({ code: 'row_left_out', row: 50 });
  });

  it('XLSX: a head of two rows, merged areas, numbers as numbers, lists in cells', async () => {
    const text = (value: string) => ({ value, type: String });
    const file = writeExcelFile([
      [{ ...text('PHỤ LỤC NHIỆM VỤ NĂM 2025'), columnSpan: 6 }],
      [],
      ['Số TT', 'NHIEM VU', 'Kết quả']
        .map((value) => ({ ...text(value), rowSpan: 2 }))
        .concat([
          { ...text('Cơ quan thực hiện'), columnSpan: 2 } as never,
          null as never,
          { ...text('Thời hạn hoàn thành'), rowSpan: 2 },
        ]),
      [null, null, null, text('Chủ trì'), text('Phối hợp'), null],
      ...byArea(rows).flatMap(({ code, name, rows: of }) => [
        [{ ...text(`${code}. ${name}`), columnSpan: 6 }],
        ...of.map(({ no, title, deliverables, lead, coordinators, deadline }) => [
          /^\d+$/.test(no) ? { value: Number(no), type: Number } : text(no),
          text(title),
          text(
            list(deliverables)
              .map((one) => `- ${one}`)
              .join('\n'),
          ),
          text(list(lead).join('\n')),
          text(coordinators),
          text(list(deadline).join('\r\n')),
        ]),
      ]),
    ]);
    const read = await readPlanFile(await file.toBuffer());
    expect(read.errors).toEqual([]);
    expect(read.content).toEqual(seed.content);
  });

  it('DOCX: among other tables, lists in cells, numbers that Word counts', async () => {
    const lines = (texts: string[]) => texts.map((text) => new Paragraph({ children: [new TextRun(text)] }));
    const cell = (text: string) => new TableCell({ children: lines([text]) });
    const head = new TableRow({ tableHeader: true, children: HEAD.map(cell) });
    const bullets = (text: string) =>
      new TableCell({
        children: list(text).map(
          (one) => new Paragraph({ text: one, numbering: { reference: 'dots', level: 0 } }),
        ),
      });
    const counted = (no: string, area: number) =>
      /^\d+$/.test(no) && !['V', 'VII'].includes(facts.areas[area]?.code ?? '')
        ? new TableCell({
            children: [new Paragraph({ numbering: { reference: 'tt', level: 0, instance: area } })],
          })
        : cell(no);
    const appendix = new Table({
      rows: [
        head,
        ...byArea(rows).flatMap(({ code, name, rows: of }, area) => [
          new TableRow({ children: [cell(code), new TableCell({ columnSpan: 6, children: lines([name]) })] }),
          ...of.map(
            ({ no, title, deliverables, lead, coordinators, deadline }) =>
              new TableRow({
                children: [
                  counted(no, area),
                  cell(title),
                  bullets(deliverables),
                  bullets(lead),
                  cell(coordinators),
                  new TableCell({ children: lines(list(deadline)) }),
                  cell(''),
                ],
              }),
          ),
          ...(area === 3 ? [head] : []),
        ]),
      ],
    });
    const other = new Table({
      rows: [new TableRow({ children: [cell('UBND XÃ'), cell('CỘNG HÒA XÃ HỘI')] })],
    });
    const level = { level: 0, start: 1 };
    const file = new Document({
      numbering: {
        config: [
          { reference: 'tt', levels: [{ ...level, format: LevelFormat.DECIMAL, text: '%1.' }] },
          { reference: 'dots', levels: [{ ...level, format: LevelFormat.BULLET, text: '•' }] },
        ],
      },
      sections: [
        { children: [other, new Paragraph('PHỤ LỤC'), appendix, new Paragraph('Nơi nhận:'), other] },
      ],
    });
    const read = await readPlanFile(await Packer.toBuffer(file));
    expect(read.errors).toEqual([]);
    expect(read.content).toEqual(seed.content);
  });

  it('TCVN3, as old fonts leave it in a workbook, is read by its heading', async () => {
    const head = ['TT', 'Néi dung', 'S¶n phÈm', 'Chñ tr×', 'Thêi gian'];
    const file = writeExcelFile(
      [head, ['I', 'C¶i c¸ch thÓ chÕ'], ['1', 'Rµ so¸t', 'KÕ ho¹ch', 'UBND x·', 'Quý I']].map((row) =>
        row.map((value) => ({ value, type: String })),
      ),
    );
    const { content, errors } = await readPlanFile(await file.toBuffer());
    expect(errors).toEqual([]);
    expect(content.tasks).toMatchObject([{ number: 'I.1', title: 'Rà soát', leadUnitId: 'UBND xã' }]);
  });

  it('a task over several merged rows: each product with its own time', async () => {
    const cell = (text: string, verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]) =>
      new TableCell({ children: [new Paragraph(text)], ...(verticalMerge ? { verticalMerge } : {}) });
    const { RESTART, CONTINUE } = VerticalMergeType;
    const table = new Table({
      rows: [
        ['TT', 'Nội dung', 'Sản phẩm', 'Chủ trì', 'Thời gian'].map((text) => cell(text)),
        [cell('I'), cell('Cải cách thể chế'), cell(''), cell(''), cell('')],
        [
          cell('1', RESTART),
          cell('Rà soát', RESTART),
          cell('Kế hoạch'),
          cell('UBND xã', RESTART),
          cell('Quý I'),
        ],
        [cell('', CONTINUE), cell('', CONTINUE), cell('Báo cáo'), cell('', CONTINUE), cell('Quý IV')],
      ].map((children) => new TableRow({ children })),
    });
    const { content, errors } = await readPlanFile(
      await Packer.toBuffer(new Document({ sections: [{ children: [table] }] })),
    );
    expect(errors).toEqual([]);
    expect(content.tasks).toMatchObject([
      {
        deliverables: [{ name: 'Kế hoạch' }, { name: 'Báo cáo' }],
        obligations: [
          { label: 'Kế hoạch', phrase: 'Quý I', schedule: { day: '2025-03-31' } },
          { label: 'Báo cáo', phrase: 'Quý IV', schedule: { day: '2025-12-31' } },
        ],
      },
    ]);
  });
});
