import { Coded, DayField, Id, ListOf, OneOf, Text, Whole, derivedId, refusal } from '#kernel';
import { guarded, type ActContext, type Office } from '#organisation/office';
import {
  INSPECTION_KINDS,
  inspectedUnits,
  reached,
  type InspectionKind,
  type PlannedInspection,
  type Programme,
  type ProgrammeEvent,
} from './programme.js';

export const programmeState = refusal(
  'programme_state',
  409,
  { vi: 'Kế hoạch kiểm tra năm đang ở trạng thái {status}', en: 'The year’s programme is {status}' },
  { vi: 'Việc này chỉ làm khi: {needed}.', en: 'This is done while: {needed}.' },
);
export const programmeInvalid = refusal(
  'programme_invalid',
  422,
  { vi: 'Kế hoạch kiểm tra chưa đúng', en: 'The programme is not right' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);
export const shareNotReached = refusal(
  'share_not_reached',
  409,
  {
    vi: 'Kế hoạch mới kiểm tra {units} trong {of} bộ phận, chưa đạt {share}%',
    en: 'The programme reaches {units} of {of} units, less than {share}%',
  },
  {
    vi: 'Thêm bộ phận vào kế hoạch, hoặc ghi lại tỷ lệ theo văn bản quy định.',
    en: 'Add units, or set the share that the rule gives.',
  },
);

export class NewInspectionItem {
  @OneOf({ description: 'Loại kiểm tra · kind', values: INSPECTION_KINDS })
  kind!: InspectionKind;

  @Id({ description: 'Bộ phận được kiểm tra · the unit inspected' })
  unitId!: string;

  @Whole({ description: 'Tháng · month', min: 1, max: 12 })
  month!: number;

  @Text({ description: 'Nội dung kiểm tra · what is looked at', min: 3, max: 500 })
  about!: string;
}

/** Draws up a year's programme (lập kế hoạch kiểm tra năm); drawn up again it is another one, until it is approved. */
export class PlanInspections {
  @Whole({
    description: 'Tỷ lệ bộ phận phải kiểm tra, % · share of units to be reached, %',
    min: 1,
    max: 100,
  })
  share!: number;

  @Text({ description: 'Văn bản quy định tỷ lệ · where the share stands', min: 3, max: 200 })
  source!: string;

  @ListOf({ description: 'Các cuộc kiểm tra · inspections', max: 100, of: () => NewInspectionItem })
  inspections!: NewInspectionItem[];
}

type ProgrammeContext = Pick<ActContext, 'subject' | 'office' | 'part'>;

const standing =
  (...statuses: Programme['status'][]) =>
  (state: Programme): Programme => {
    if (!statuses.includes(state.status))
      throw programmeState({ status: state.status, needed: statuses.join(', ') });
    return state;
  };

export const planInspections = guarded(
  standing('none', 'draft'),
  (_state, { share, source, inspections }: PlanInspections, context: ProgrammeContext): ProgrammeEvent[] => [
    {
      type: 'InspectionsPlanned',
      data: { year: Number(context.part), share, source, inspections: itemsOf(inspections, context) },
    },
  ],
);

/** Each item keeps its id as long as kind, unit and month are the same; the same one twice is refused. */
function itemsOf(
  inspections: readonly NewInspectionItem[],
  { subject, office }: ProgrammeContext,
): PlannedInspection[] {
  if (inspections.length === 0)
    throw programmeInvalid({ why: 'chưa có cuộc kiểm tra nào · none is planned' });
  const units = new Set(inspectedUnits(office));
  const items = inspections.map(({ kind, unitId, month, about }) => {
    if (!units.has(unitId)) throw programmeInvalid({ why: unknownUnit(office, unitId) });
    return { itemId: derivedId(subject, kind, unitId, String(month)), kind, unitId, month, about };
  });
  if (new Set(items.map(({ itemId }) => itemId)).size < items.length)
    throw programmeInvalid({ why: 'một cuộc kiểm tra ghi hai lần · one is planned twice' });
  return items;
}

const unknownUnit = ({ units }: Office, unitId: string): string =>
  `không kiểm tra được bộ phận ${units.get(unitId)?.name ?? ''} · not a unit to be inspected`;

const NUMBER = /^\d{1,6}\/[\p{L}\d-]{1,30}$/u;

/** Approves it (phê duyệt), by its document; not before it reaches the share of units that it has to. */
export class ApproveInspectionProgramme {
  @Coded({ description: 'Số, ký hiệu văn bản · number of the document', pattern: NUMBER, max: 40 })
  documentNumber!: string;

  @DayField({ description: 'Ngày văn bản · its date' })
  documentDate!: string;
}

export const approveInspectionProgramme = guarded(
  standing('draft'),
  (state, document: ApproveInspectionProgramme, { office }: ProgrammeContext): ProgrammeEvent[] => {
    requireShare(state, state.inspections, office);
    const { documentNumber, documentDate } = document;
    const data = { year: state.year, documentNumber, documentDate, ...reached(state.inspections, office) };
    return [{ type: 'InspectionProgrammeApproved', data }];
  },
);

function requireShare(
  { share }: Programme,
  inspections: readonly { unitId: string }[],
  office: Office,
): void {
  const { units, of } = reached(inspections, office);
  if (units * 100 < share * of) throw shareNotReached({ units, of, share });
}

/** Changes an approved one by the document that decides it (điều chỉnh kế hoạch). */
export class AmendInspectionProgramme extends ApproveInspectionProgramme {
  @ListOf({ description: 'Các cuộc kiểm tra · inspections', max: 100, of: () => NewInspectionItem })
  inspections!: NewInspectionItem[];
}

export const amendInspectionProgramme = guarded(
  standing('approved'),
  (state, command: AmendInspectionProgramme, context: ProgrammeContext): ProgrammeEvent[] => {
    const { documentNumber, documentDate } = command;
    const inspections = itemsOf(command.inspections, context);
    requireShare(state, inspections, context.office);
    const data = { year: state.year, documentNumber, documentDate, inspections };
    return [{ type: 'InspectionProgrammeAmended', data }];
  },
);
