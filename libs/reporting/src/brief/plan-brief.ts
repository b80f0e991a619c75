import { issuedBy, type Block, type PrintedDocument } from '#documents';
import { dayOf, formatDay, type Day } from '#kernel';
import type { Office } from '#organisation';
import type { TaskOnDay } from '#planning';
import type { Sheet } from '#sheet';
import { STANDING_HEAD, standingRows } from '../figures/plan-table.js';
import { blockOf, sheetOf, type ReportTable } from '../print/report-table.js';
import { REPORT_SYMBOL } from '../report/deciding.js';

/** How a plan stood at the end of a day, for the chairman's meeting (báo cáo tiến độ phục vụ giao ban). */
export interface PlanBrief {
  year: number;
  day: Day;
  tasks: readonly TaskOnDay[];
}

const unitIn = ({ units }: Office, id: string | null): string => units.get(id ?? '')?.name ?? '(chưa giao)';

const tablesOf = (office: Office, { tasks }: PlanBrief): ReportTable[] => [
  {
    name: 'Theo lĩnh vực',
    head: ['Lĩnh vực', ...STANDING_HEAD],
    rows: standingRows(tasks, ({ area }) => area),
  },
  {
    name: 'Theo đơn vị chủ trì',
    head: ['Đơn vị chủ trì', ...STANDING_HEAD],
    rows: standingRows(tasks, ({ leadUnitId }) => unitIn(office, leadUnitId)),
  },
  {
    name: 'Nhiệm vụ quá hạn, chưa báo cáo',
    head: ['Nhiệm vụ', 'Số', 'Đơn vị chủ trì', 'Tiến độ (%)', 'Tình trạng'],
    rows: tasks
      .filter(({ late, silent }) => late || silent)
      .map(({ title, number, leadUnitId, percent, late }) => [
        title,
        number,
        unitIn(office, leadUnitId),
        percent,
        late ? 'quá hạn' : 'chưa báo cáo',
      ]),
  },
];

const titleOf = ({ year, day }: PlanBrief): string =>
  `Tiến độ thực hiện Kế hoạch cải cách hành chính năm ${year}, đến hết ngày ${formatDay(day)}`;

/** The brief as a workbook. */
export const briefSheets = (office: Office, brief: PlanBrief): Sheet[] =>
  tablesOf(office, brief).map((table) => sheetOf(table, [titleOf(brief), office.name]));

/** The brief as it is laid before the meeting. */
export function briefDocument(office: Office, brief: PlanBrief, now: Date): PrintedDocument {
  return {
    paper: 'A4',
    landscape: true,
    ...issuedBy(office),
    number: null,
    symbol: REPORT_SYMBOL,
    day: dayOf(now),
    title: 'BÁO CÁO',
    subject: titleOf(brief),
    body: tablesOf(office, brief).flatMap((table): Block[] => [
      { text: table.name, strong: true },
      table.rows.length === 0 ? { text: 'Không có.' } : blockOf(table),
    ]),
    recipients: ['Chủ tịch, các Phó Chủ tịch', 'Lưu: VT'],
    signature: { role: 'Người lập báo cáo', name: '' },
    madeAt: now,
  };
}
