import { Id, OneOf, Text, Whole } from '#kernel';
import { guarded, type ActContext } from '#organisation/office';
import type { TimeContext } from '#overdue';
import { OfDocument } from '../of-document.js';
import type { OfficialEvaluation } from '../official/official.js';
import { SCORE_DAY } from '../official/periods.js';
import { CAP_BASES, type CapBase } from '../regime/cap.js';
import { GRADES, type Grade } from '../regime/grades.js';
import { regimeOf } from '../regime/regimes.js';
import { unitRuleOf } from '../unit/unit-rules.js';
import { CADENCES, CAP_SCOPES, type Cadence, type CapScope, type YearEvent } from './year.events.js';
import type { EvaluationYear } from './year.js';
import { noRegime, unitGradeComputed, unknownUnit, yearNotOpen, yearOpen } from './year.refusals.js';

/** What a decision on a year looks at besides it; `part`: the year, or the person it is about. */
export interface YearContext
  extends TimeContext, Pick<ActContext, 'subject' | 'part' | 'actor' | 'hand' | 'officeId'> {
  /** The evaluations that it names. */
  evaluations?: ReadonlyMap<string, OfficialEvaluation>;
}

/** Opens a year of evaluation (mở kỳ đánh giá năm) with its settings; they stand until it is over. */
export class OpenEvaluationYear {
  @OneOf({ description: 'Theo dõi theo tháng hoặc quý · followed by month or quarter', values: CADENCES })
  cadence!: Cadence;

  @OneOf({
    description: 'Việc phát sinh được tính vượt 100% · unplanned work may pass 100%',
    values: ['yes', 'no'],
  })
  mayPass!: 'yes' | 'no';

  @OneOf({ description: 'Mẫu số của tỷ lệ xuất sắc · what the excellent are a share of', values: CAP_BASES })
  capBase!: CapBase;

  @OneOf({ description: 'Phạm vi tính tỷ lệ · over whom', values: CAP_SCOPES })
  capScope!: CapScope;

  @Text({ description: 'Căn cứ cài đặt · where the settings stand', min: 3, max: 200 })
  source!: string;

  @Whole({
    description:
      'Ngày của tháng sau phải chấm xong kỳ trước · the day of the month after a period by which it is scored',
    min: 1,
    max: 28,
    optional: true,
  })
  scoreDay?: number;
}

const notOpen = (state: EvaluationYear): EvaluationYear => {
  if (state.settings) throw yearOpen({ year: state.settings.year });
  return state;
};

export const openEvaluationYear = guarded(
  notOpen,
  (_state, command: OpenEvaluationYear, { part }: YearContext): YearEvent[] => {
    const year = Number(part);
    const regime = regimeOf(year);
    if (!regime) throw noRegime({ year });
    const { cadence, mayPass, capBase, capScope, source, scoreDay = SCORE_DAY } = command;
    return [
      {
        type: 'EvaluationYearOpened',
        data: {
          ...{ year, regime: regime.code, cadence, mayPass: mayPass === 'yes' },
          ...{ capBase, capScope, source, scoreDay },
        },
      },
    ];
  },
);

/** The settings of a year that is open; refuses `evaluation_year_not_open`. */
export function opened(state: EvaluationYear) {
  if (!state.settings) throw yearNotOpen({ year: '' });
  return state.settings;
}

/** A year that is open. */
export const underWay = (state: EvaluationYear): EvaluationYear => {
  opened(state);
  return state;
};

/** Records how the office itself or, where no rules compute it, a unit was graded (kết quả xếp loại tập thể), by its document. */
export class RecordUnitGrade extends OfDocument {
  @Id({ description: 'Bộ phận; bỏ trống: cả đơn vị · the unit; the office where absent', optional: true })
  unitId?: string;

  @OneOf({ description: 'Mức xếp loại · grade', values: GRADES })
  grade!: Grade;
}

export const recordUnitGrade = guarded(
  underWay,
  (state, command: RecordUnitGrade, { office }: YearContext): YearEvent[] => {
    const { unitId = null, grade, documentNumber, documentDate } = command;
    if (unitId !== null && !office.units.has(unitId)) throw unknownUnit();
    if (unitId !== null && unitRuleOf(opened(state).year)) throw unitGradeComputed();
    return [{ type: 'UnitGradeRecorded', data: { unitId, grade, documentNumber, documentDate } }];
  },
);
