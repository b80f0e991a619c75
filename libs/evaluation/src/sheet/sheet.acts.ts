import { ListOf, OneOf, PartOf, Points, Text, Whole, formatDay } from '#kernel';
import { hundredths, points } from '../regime/rounding.js';
import {
  CRITERION_KINDS,
  SHEET_KINDS,
  criteriaOf,
  type BookedRound,
  type Criterion,
  type CriterionKind,
  type Sheet,
  type SheetArea,
  type SheetEvent,
  type SheetKind,
} from './sheet.js';
import { roundsOverlap, sheetInvalid, unknownSheet, weightsDontAddUp } from './sheet.refusals.js';

const MOST_POINTS = 1_000;
const MOST_ROUNDS = 500;

export class ComputedFrom {
  @Text({ description: 'Mã chỉ tiêu của kế hoạch · code of the plan’s target', max: 50 })
  index!: string;

  @Points({ description: 'Đạt điểm tối đa từ (%) · all points from this per cent on', max: 100 })
  full!: number;
}

export class NewCriterion {
  @Text({ description: 'Số thứ tự, mã · number', max: 20 })
  code!: string;

  @Text({ description: 'Tiêu chí · criterion', min: 3, max: 500 })
  name!: string;

  @OneOf({ description: 'Loại · kind', values: CRITERION_KINDS })
  kind!: CriterionKind;

  @Points({ description: 'Điểm tối đa · most points', max: MOST_POINTS })
  most!: number;

  @PartOf({ description: 'Tính từ chỉ tiêu · computed from', of: () => ComputedFrom, optional: true })
  computed?: ComputedFrom;
}

export class NewArea {
  @Text({ description: 'Mã lĩnh vực · code', max: 20 })
  code!: string;

  @Text({ description: 'Lĩnh vực · area', min: 3, max: 300 })
  name!: string;

  @Points({ description: 'Điểm tối đa của lĩnh vực · most points of it', max: MOST_POINTS })
  most!: number;

  @ListOf({ description: 'Tiêu chí · criteria', max: 100, of: () => NewCriterion })
  criteria!: NewCriterion[];
}

/** Issues a sheet, or a new edition of it (ban hành bảng tiêu chí); rounds under way keep theirs. */
export class IssueScoringSheet {
  @Text({ description: 'Tên bảng tiêu chí · name', min: 3, max: 300 })
  name!: string;

  @OneOf({ description: 'Loại · kind', values: SHEET_KINDS })
  kind!: SheetKind;

  @Whole({ description: 'Năm · year', min: 2020, max: 2100 })
  year!: number;

  @Text({ description: 'Văn bản ban hành · where it stands', min: 3, max: 200 })
  source!: string;

  @Points({ description: 'Tổng điểm · points in all', max: MOST_POINTS })
  total!: number;

  @ListOf({ description: 'Lĩnh vực · areas', max: 30, of: () => NewArea })
  areas!: NewArea[];
}

export function issueScoringSheet(
  { edition }: Sheet,
  { name, kind, year, source, total, areas }: IssueScoringSheet,
  { part: code }: { part: string },
): SheetEvent[] {
  const content = { name, kind, year, source, total, areas: areas.map(areaOf) };
  const criteria = criteriaOf(content);
  if (criteria.length === 0) throw sheetInvalid({ why: 'chưa có tiêu chí nào · it has no criterion' });
  if (new Set(criteria.map((one) => one.code)).size < criteria.length)
    throw sheetInvalid({ why: 'mã tiêu chí trùng nhau · a code is there twice' });
  if (hundredths(total) === 0) throw sheetInvalid({ why: 'tổng điểm bằng 0 · it has no points' });
  for (const area of content.areas) requireSum(area.name, area.criteria.filter(isOrdinary), area.most);
  requireSum('bảng · the sheet', content.areas, total);
  return [{ type: 'ScoringSheetIssued', data: { code, edition: edition + 1, ...content } }];
}

const isOrdinary = ({ kind }: Criterion): boolean => kind === 'scored' || kind === 'survey';

function requireSum(of: string, parts: readonly { most: number }[], most: number): void {
  const sum = parts.reduce((all, one) => all + hundredths(one.most), 0);
  if (sum !== hundredths(most)) throw weightsDontAddUp({ of, sum: points(sum), most });
}

const areaOf = ({ code, name, most, criteria }: NewArea): SheetArea => ({
  ...{ code, name, most },
  criteria: criteria.map(criterionOf),
});

function criterionOf({ code, name, kind, most, computed }: NewCriterion): Criterion {
  if (computed && kind !== 'scored')
    throw sheetInvalid({ why: `tiêu chí ${code} không tính tự động được · ${code} can’t be computed` });
  if (computed && hundredths(computed.full) === 0)
    throw sheetInvalid({ why: `mốc đạt điểm của ${code} bằng 0 · ${code} is full from 0` });
  return {
    code,
    name,
    kind,
    most,
    computed: computed ? { index: computed.index, full: computed.full } : null,
  };
}

/** Books a round's time on its sheet: none overlaps with another of the same unit. */
export function bookRound({ content, rounds }: Sheet, booked: BookedRound): SheetEvent[] {
  if (!content) throw unknownSheet();
  if (rounds.some(({ roundId }) => roundId === booked.roundId)) return [];
  if (rounds.length >= MOST_ROUNDS) throw sheetInvalid({ why: 'quá nhiều kỳ chấm · too many rounds' });
  const over = rounds.find(
    ({ unitId, from, to }) => unitId === booked.unitId && from <= booked.to && booked.from <= to,
  );
  if (over) throw roundsOverlap({ from: formatDay(over.from), to: formatDay(over.to) });
  return [{ type: 'ScoringRoundBooked', data: booked }];
}
