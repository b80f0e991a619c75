/** A table of a workbook: what stands above it, its head, and rows in which numbers are numbers. */
export interface Sheet {
  name: string;
  above: readonly string[];
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

const TEXT_WIDTH = 34;
const NUMBER_WIDTH = 14;

/** A workbook (XLSX) with a sheet for each table; what stands above and the head stay in sight. */
export async function writeSheets(sheets: readonly Sheet[]): Promise<Buffer> {
  // Only who asks for a workbook carries what writes one.
  const { default: write } = await import('write-excel-file/node');
  return write(
    sheets.map(({ name, above, head, rows }) => ({
      sheet: name.slice(0, 31),
      stickyRowsCount: above.length + 1,
      columns: head.map((_, index) => ({ width: index === 0 ? TEXT_WIDTH : NUMBER_WIDTH })),
      data: [
        ...above.map((value) => [{ value, fontWeight: 'bold' as const }]),
        head.map((value) => ({
          value,
          fontWeight: 'bold' as const,
          wrap: true,
          backgroundColor: '#e8eef4' as const,
        })),
        ...rows.map((row) => [...row]),
      ],
    })),
  ).toBuffer();
}
