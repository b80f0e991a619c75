import { keepingSaid, type Saying } from '#deadline/agenda';
import type { Aggregate } from '#event-store';
import { derivedId, type Day } from '#kernel';
import { AFTER, type Timed } from '#overdue';
import type { Regime } from '../regime/regimes.js';
import type { Cadence } from '../year/year.events.js';
import type {
  AssignedProduct,
  Evidence,
  GeneralPoints,
  OfficialEvent,
  Settled,
  Working,
} from './official.events.js';
import type { Leading } from '../regime/work.js';

/** A product as its events leave it. */
export interface FollowedProduct extends AssignedProduct {
  /** Why it was taken away; it stays among what was assigned. */
  takenAway: string | null;
  settled: Settled | null;
}

/** How a period stands (kỳ theo dõi). */
export interface Period {
  self: { general: GeneralPoints; text: string; at: string } | null;
  /** Once scored, the period is locked. */
  scored: {
    general: GeneralPoints;
    leading: Leading | null;
    evidence: Evidence;
    score: number | null;
    working: Working;
    by: string;
    at: string;
  } | null;
  /** Why it was opened again, the last time. */
  reopened: string | null;
  /** Received from another office. */
  received: { score: number; fromOffice: string; evidence: Evidence } | null;
}

/** Until when a period is scored (hạn chấm điểm kỳ), and what of that was recorded. */
export interface ScoreTime extends Timed {
  period: number;
}

/** What a year's work of an official came to (hồ sơ theo dõi, đánh giá công chức); nothing in it that JSON could not hold. */
export interface OfficialEvaluation extends Saying {
  status: 'none' | 'open' | 'handed-on';
  /** The office it was followed in, where that has ended, and by which document. */
  of: { office: string; name: string; document: string; day: Day } | null;
  year: number;
  regime: Regime['code'];
  cadence: Cadence;
  mayPass: boolean;
  personId: string;
  postId: string;
  unitId: string;
  leader: boolean;
  products: readonly FollowedProduct[];
  periods: Readonly<Record<number, Period>>;
  discipline: { documentNumber: string; documentDate: string } | null;
  assessment: { text: string; at: string } | null;
  handedOn: { toOffice: string; documentNumber: string } | null;
  /** Null before they are set. */
  scoreTimes: readonly ScoreTime[] | null;
}

export const officialEvaluation: Aggregate<OfficialEvaluation, OfficialEvent> = {
  kind: 'official-evaluation',
  initial: {
    status: 'none',
    of: null,
    year: 0,
    regime: 'nd-335-2025',
    cadence: 'month',
    mayPass: false,
    personId: '',
    postId: '',
    unitId: '',
    leader: false,
    products: [],
    periods: {},
    discipline: null,
    assessment: null,
    handedOn: null,
    scoreTimes: null,
  },
  evolve: keepingSaid(changed),
};

/** The stream of a person's year. */
export const officialSubject = (office: string, year: number, personId: string): string =>
  derivedId(office, 'official-evaluation', year, personId);

const NEW_PERIOD: Period = { self: null, scored: null, reopened: null, received: null };

export const periodOf = (state: OfficialEvaluation, period: number): Period =>
  state.periods[period] ?? NEW_PERIOD;

function changed(state: OfficialEvaluation, { type, data }: OfficialEvent, at: Date): OfficialEvaluation {
  const change = (period: number, how: Partial<Period>): OfficialEvaluation => ({
    ...state,
    periods: { ...state.periods, [period]: { ...periodOf(state, period), ...how } },
  });
  const product = (itemId: string, how: Partial<FollowedProduct>): OfficialEvaluation => ({
    ...state,
    products: state.products.map((one) => (one.itemId === itemId ? { ...one, ...how } : one)),
  });
  const time = (period: number, how: (one: ScoreTime) => ScoreTime): OfficialEvaluation => ({
    ...state,
    scoreTimes: state.scoreTimes?.map((one) => (one.period === period ? how(one) : one)) ?? null,
  });
  const now = at.toISOString();
  switch (type) {
    case 'EvaluationOpened':
      return { ...state, status: 'open', ...data };
    case 'ProductAssigned':
      return { ...state, products: [...state.products, { ...data, takenAway: null, settled: null }] };
    case 'ProductTakenAway':
      return product(data.itemId, { takenAway: data.reason });
    case 'ProductSettled': {
      const { name: _, ...settled } = data;
      return product(data.itemId, { settled });
    }
    case 'PeriodSelfScored':
      return change(data.period, { self: { general: data.general, text: data.text, at: now } });
    case 'PeriodScored': {
      const { period, ...scored } = data;
      return change(period, { scored: { ...scored, at: now } });
    }
    case 'PeriodReopened':
      return change(data.period, { scored: null, reopened: data.reason });
    case 'DisciplineNoted':
      return { ...state, discipline: data };
    case 'YearSelfAssessed':
      return { ...state, assessment: { text: data.text, at: now } };
    case 'ScoresReceived':
      return data.scores.reduce(
        (next, { period, score }) => ({
          ...next,
          periods: {
            ...next.periods,
            [period]: {
              ...periodOf(next, period),
              received: { score, fromOffice: data.fromOffice, evidence: data.evidence },
            },
          },
        }),
        state,
      );
    case 'EvaluationHandedOn': {
      const { toOffice, documentNumber } = data;
      return { ...state, status: 'handed-on', handedOn: { toOffice, documentNumber } };
    }
    case 'ScoreTimesSet':
      return { ...state, scoreTimes: data.times };
    case 'ScoreReminded':
      return time(data.period, AFTER.Reminded);
    case 'ScoreMissed':
      return time(data.period, AFTER.Missed);
    case 'ScoreEscalated':
      return time(data.period, (one) => AFTER.Escalated(one, data));
    case 'ScoreDueSet':
      return time(data.period, (one) => AFTER.DueSet(one, data));
    case 'EvaluationTakenOver':
      return { ...data.evaluation };
  }
}
