import { issuedBy, type Block, type PrintedDocument } from '#documents';
import { dayOf, formatDay, formatInstant, toCsv } from '#kernel';
import type { Office } from '#organisation';
import type { Sheet } from '#sheet';
import type { FigureTable } from '../definition/definitions.js';
import type { CutOff, Figures } from '../figures/figures.js';
import { CONTROL_HEADS, controlTotal } from '../figures/control-table.js';
import { DIGITISATION_HEAD, digitisationFigures, digitisationTotal } from '../figures/digitisation-table.js';
import {
  PROCEDURE_HEAD,
  procedureFigures,
  procedureRows,
  procedureTotal,
} from '../figures/procedure-table.js';
import { STANDING_HEAD, standingRows } from '../figures/plan-table.js';
import { REGISTER_HEAD, registerRows } from '../figures/register-table.js';
import { REPORT_SYMBOL } from '../report/deciding.js';
import { definitionBehind } from '../report/drafting.js';
import type { Report } from '../report/report.js';
import type { Counted } from '../report-figures.js';
import { blockOf, sheetOf, type ReportTable } from './report-table.js';

/** What each kind of figures looks like as a table. */
const TABLE: Record<FigureTable, (figures: Figures) => ReportTable> = {
  control: ({ control = [] }) => ({
    name: 'Biểu II.06a',
    head: ['Lĩnh vực (2)', ...CONTROL_HEADS.map(({ vi, number }) => `${vi} (${number})`)],
    rows: [...control, controlTotal(control)].map((row) => [
      row.field,
      ...CONTROL_HEADS.map(({ key }) => row[key]),
    ]),
  }),
  plan: ({ plan = [] }) => ({
    name: 'Tiến độ kế hoạch',
    head: ['Lĩnh vực', ...STANDING_HEAD],
    rows: standingRows(plan, ({ area }) => area),
  }),
  registers: ({ registers = [] }) => ({
    name: 'Công việc ghi sổ',
    head: ['Sổ', ...REGISTER_HEAD],
    rows: registerRows(registers),
  }),
  procedures: ({ procedures = [] }) => ({
    name: 'Biểu II.07b',
    head: ['Lĩnh vực (2)', ...PROCEDURE_HEAD],
    rows: [...procedureRows(procedures), procedureTotal(procedures)].map((row) => [
      row.field,
      ...procedureFigures(row),
    ]),
  }),
  digitisation: ({ digitisation = [] }) => ({
    name: 'Số hóa hồ sơ, kết quả',
    head: ['Lĩnh vực', ...DIGITISATION_HEAD],
    rows: [...digitisation, digitisationTotal(digitisation)].map((row) => [
      row.field,
      ...digitisationFigures(row),
    ]),
  }),
};

/** Of what was handed in before there was such a table there is none. */
const tableOf = (table: FigureTable | undefined, figures: Figures): ReportTable[] =>
  table === undefined || figures[table] === undefined ? [] : [TABLE[table](figures)];

const tablesIn = (state: Report, figures: Figures): ReportTable[] =>
  definitionBehind(state).outline.flatMap(({ figures: table }) => tableOf(table, figures));

/** `Số liệu từ ngày 15/12/2024 đến ngày 14/03/2025, chốt lúc 00:00 15/03/2025`. */
const asOfLine = ({ period, of }: Report, { instant, provisional }: CutOff): string =>
  `${of === null ? '' : `Báo cáo của ${of.name}, do đơn vị kế thừa lập. `}Số liệu từ ngày ${formatDay(period.from)} đến ngày ${formatDay(period.to)}, chốt${provisional ? ' tạm' : ''} lúc ${formatInstant(new Date(instant))}`;

const UNIT = 'Đơn vị tính: số hồ sơ TTHC, số nhiệm vụ';

/** The report as CSV: its tables one below the other, by name. */
export const reportCsv = (state: Report, { figures }: Counted): string =>
  toCsv(
    tablesIn(state, figures).flatMap(({ name, head, rows }) =>
      rows.flatMap((row) =>
        row.slice(1).map((value, index) => ({ table: name, row: row[0], column: head[index + 1], value })),
      ),
    ),
    ['table', 'row', 'column', 'value'],
  );

/** The report's tables as sheets. */
export const reportSheets = (office: Office, state: Report, { cutOff, figures }: Counted): Sheet[] =>
  tablesIn(state, figures).map((table) =>
    sheetOf(table, [
      `${table.name}: ${definitionBehind(state).name.vi} ${state.year}`,
      `Đơn vị báo cáo: ${state.of?.name ?? office.name}. Đơn vị nhận: ${definitionBehind(state).receiver}`,
      asOfLine(state, cutOff),
      UNIT,
    ]),
  );

/** The report as it is signed (Nghị định 30/2020/NĐ-CP). */
export function reportDocument(
  office: Office,
  state: Report,
  { cutOff, figures }: Counted,
  now: Date,
): PrintedDocument {
  const { outline, name, recipients } = definitionBehind(state);
  const { sent } = state;
  return {
    paper: 'A4',
    landscape: true,
    ...issuedBy(office),
    number: sent?.number ?? null,
    symbol: sent?.symbol ?? REPORT_SYMBOL,
    day: sent?.day ?? dayOf(now),
    title: 'BÁO CÁO',
    subject: `${name.vi} ${state.year}`,
    body: [
      { text: asOfLine(state, cutOff), slanted: true },
      ...outline.flatMap(({ key, title, figures: table }): Block[] => [
        { text: `${key}. ${title.vi}`, strong: true },
        ...(state.sections[key]?.text ?? '')
          .split('\n')
          .filter((text) => text.trim() !== '')
          .map((text) => ({ text })),
        ...tableOf(table, figures).map(blockOf),
      ]),
    ],
    recipients: sent?.recipients ?? [...recipients],
    signature: { authority: `TM. ${office.name}`, role: 'Chủ tịch', name: '' },
    madeAt: now,
  };
}
