import { Refusal } from '#kernel';
import { office as officeAggregate, standing, type OfficeEvent, type Role } from '#organisation';
import { productCatalogue, type Catalogue } from '../catalogue/catalogue.js';
import { GENERAL_CRITERIA } from '../regime/general-criteria.js';
import { points } from '../regime/rounding.js';
import { evaluationYear, type EvaluationYear } from '../year/year.js';
import type { YearSettings } from '../year/year.events.js';
import { assignProduct, takeProductAway, type AssignProduct } from './assigning.js';
import type { OfficialEvent } from './official.events.js';
import type { OfficialContext } from './official.guards.js';
import { officialEvaluation, type OfficialEvaluation } from './official.js';
import { openEvaluation } from './opening.js';
import { lastDay } from './periods.js';
import { scorePeriod, type ScorePeriod } from './scoring.js';
import { settleProduct, type SettleProduct } from './settling.js';

export const at = (text: string) => new Date(`${text}:00+07:00`);
const posted = (postId: string, unitId: string, role: Role, above: string | null): OfficeEvent[] => [
  { type: 'PostOpened', data: { postId, title: postId, unitId, above, roles: [role], external: false } },
  { type: 'PersonAppointed', data: { postId, personId: `p-${postId}` } },
];
const HEADS = { board: 'chairman', bureau: 'head', law: 'justice', money: 'finance' } as const;
const founding: OfficeEvent[] = [
  ...posted('chairman', 'board', 'chairman', null),
  ...posted('vice', 'board', 'vice-chairman', 'chairman'),
  ...posted('head', 'bureau', 'office-of-record', 'vice'),
  ...posted('justice', 'law', 'official', 'head'),
  ...posted('clerk', 'law', 'official', 'justice'),
  ...posted('finance', 'money', 'official', 'head'),
  ...(['board', 'bureau', 'law', 'money'] as const).map((unitId): OfficeEvent => ({
    type: 'UnitOpened',
    data: { unitId, name: unitId, headPostId: HEADS[unitId] },
  })),
];

/** chairman → vice → head → justice (head of `law`) → clerk; finance is head of `money`. */
export const office = standing(
  founding.reduce(
    (state, event) => officeAggregate.evolve(state, event, at('2024-01-01T08:00')),
    officeAggregate.initial,
  ),
  '2025-01-02',
);

export const CATALOGUE: Catalogue = {
  ...productCatalogue.initial,
  year: 2026,
  products: [
    { code: 'VB', name: 'Dự thảo văn bản', group: 1, points: 5 },
    { code: 'HS', name: 'Tiếp nhận, trả hồ sơ', group: 2, points: 15 },
  ],
};

export const opened = (year: number, settings: Partial<YearSettings> = {}): EvaluationYear => ({
  ...evaluationYear.initial,
  settings: {
    ...{ year, regime: year < 2026 ? 'nd-90-2020' : 'nd-335-2025', cadence: 'month', mayPass: false },
    ...{ capBase: 'good', capScope: 'office', source: '11/QĐ-UBND', ...settings },
  },
});

/** Every general criterion at nine tenths: 27.00 of 30. */
export const GENERAL = GENERAL_CRITERIA.map(({ code, most }) => ({
  criterion: code,
  points: points(most * 0.9),
}));

/** Somebody's year, told act by act. */
export class OfficialStory {
  state: OfficialEvaluation = officialEvaluation.initial;
  #acts = 0;

  constructor(
    readonly year: EvaluationYear,
    readonly who = 'clerk',
    readonly boss = 'justice',
  ) {
    this.act('head', '2026-01-02T08:00', openEvaluation, { personId: `p-${who}`, postId: who });
  }

  act<C>(
    by: string,
    when: string,
    decide: (state: OfficialEvaluation, command: C, context: OfficialContext) => OfficialEvent[],
    command: C,
    part = '',
  ): OfficialEvent[] {
    const [actor, now] = [`p-${by}`, at(when)];
    const commandId = `act-${(this.#acts += 1)}`;
    const events = decide(this.state, command, {
      ...{ subject: 'evaluation', part, commandId, office, actor, hand: actor, now },
      ...{ year: this.year, catalogue: CATALOGUE },
    });
    this.state = events.reduce((state, event) => officialEvaluation.evolve(state, event, now), this.state);
    return events;
  }

  /** Assigns a product of the period, and gives its id. */
  assign(period: number, given: Partial<AssignProduct> = {}): string {
    const isScored = this.state.regime === 'nd-335-2025';
    const what = isScored ? { code: 'VB' } : { name: 'Nhiệm vụ được giao' };
    this.act(this.boss, '2026-01-05T08:00', assignProduct, {
      ...{ period, quantity: isScored ? 10 : 1, planned: 'yes' as const, ...what, ...given },
    });
    return this.state.products.at(-1)?.itemId ?? '';
  }

  settle(itemId: string, given: Partial<SettleProduct> = {}): void {
    const { quantity } = this.state.products.find((one) => one.itemId === itemId) ?? { quantity: 0 };
    this.act(
      this.boss,
      '2026-01-30T08:00',
      settleProduct,
      { from: 'hand', done: quantity, evidence: 'Sổ theo dõi công việc', ...given },
      itemId,
    );
  }

  takeAway = (itemId: string) =>
    this.act(this.boss, '2026-01-20T08:00', takeProductAway, { reason: 'Nghỉ ốm dài ngày' }, itemId);

  /** Scores a period on its last day; gives the score. */
  score(period: number, given: Partial<ScorePeriod> = {}): number | null {
    const { year, cadence, regime } = this.state;
    const general = regime === 'nd-335-2025' ? GENERAL : [];
    const when = `${lastDay(year, cadence, period)}T16:00`;
    const command = { general, evidence: 'Biên bản họp đánh giá tháng', ...given };
    this.act(this.boss, when, scorePeriod, command, String(period));
    return this.state.periods[period]?.scored?.score ?? null;
  }
}

/** By which code an act was refused. */
export function code(act: () => unknown): string {
  try {
    act();
  } catch (refused) {
    if (refused instanceof Refusal) return refused.kind.code;
    throw refused;
  }
  return 'nothing was refused';
}
