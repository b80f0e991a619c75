import { rowsByColumn, rowsFrom, type ColumnTypes } from './rows-by-column.js';

interface Row {
  id: string;
  dueDay: string | null;
  alarms: { at: string }[] | null;
  count?: number;
}
const TYPES: ColumnTypes<Row> = { id: 'uuid', dueDay: 'date', alarms: 'jsonb', count: 'int' };

describe('rows as a statement takes them in, column by column', () => {
  it('a table of as many lists as there are columns, from the parameter on that is free', () => {
    expect(rowsFrom(TYPES, 2)).toBe(
      'unnest($2::uuid[], $3::date[], $4::jsonb[], $5::int[]) as x("id", "dueDay", "alarms", "count")',
    );
  });

  it('a list for each column: JSON as its text, what is missing as nothing', () => {
    const rows: Row[] = [
      { id: 'a', dueDay: '2025-01-10', alarms: [{ at: '2025-01-09' }], count: 0 },
      { id: 'b', dueDay: null, alarms: null },
    ];
    expect(rowsByColumn(TYPES, rows)).toEqual([
      ['a', 'b'],
      ['2025-01-10', null],
      ['[{"at":"2025-01-09"}]', null],
      [0, null],
    ]);
  });

  it('no rows are empty lists', () => {
    expect(rowsByColumn(TYPES, [])).toEqual([[], [], [], []]);
  });
});
