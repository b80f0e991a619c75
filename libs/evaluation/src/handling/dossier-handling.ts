import type { Dossiers, HandledDossiers } from '#dossiers';
import type { AggregateStore } from '#event-store';
import type { FeedbackQueries } from '#feedback';
import type { Office, Organisation } from '#organisation';
import { quotient } from '../regime/rounding.js';
import { evaluationYear, yearSubject, type EvaluationYear } from '../year/year.js';
import {
  officialsScored,
  ranksOf,
  scoredDossier,
  unitScored,
  type OfficialScored,
  type ScoredDossier,
  type UnitScored,
} from './handling.js';
import { BY_HAND, type HandIndex } from './indices.js';
import { daysOfPeriod, type HandlingPeriod } from './periods.js';

/** A unit in the ranking (mẫu 03), with what stands behind it. */
export interface RankedUnit extends UnitScored {
  unitId: string;
  dossiers: number;
  rated: number;
  satisfied: number;
  rank: number | null;
  officials: readonly OfficialScored[];
  /** What a hand entered in the period. */
  entered: EvaluationYear['handling'];
}

/** How dossiers were handled (đánh giá việc giải quyết thủ tục hành chính), worked out of the dossiers when somebody asks. */
export class DossierHandling {
  constructor(
    private readonly handled: HandledDossiers,
    private readonly dossiers: Dossiers,
    private readonly feedback: FeedbackQueries,
    private readonly organisation: Organisation,
    private readonly aggregates: AggregateStore,
  ) {}

  /** The units that had dossiers in a period, the best first, those without a total last. */
  async ranking(office: string, period: HandlingPeriod): Promise<RankedUnit[]> {
    const days = daysOfPeriod(period);
    const [scored, standing, answered, procedures, { state }] = await Promise.all([
      this.#scored(office, period),
      this.organisation.current(office),
      this.feedback.answeredInTime(office, days),
      this.dossiers.inForce(office),
      this.aggregates.load(evaluationYear, office, yearSubject(office, period.year)),
    ]);
    const serviceOf = new Map(procedures.map(({ code, service }) => [code, service]));
    const byUnit = Map.groupBy(scored, ({ dossier }) => standing.posts.get(dossier.postId)?.unitId ?? null);
    const units = [...byUnit].flatMap(([unitId, own]) => {
      if (unitId === null) return [];
      const entered = state.handling.filter((one) => one.unitId === unitId && isIn(one.quarter, period));
      const codes = new Set(own.map(({ dossier }) => dossier.procedureCode));
      const ratings = own.flatMap(({ dossier: { satisfied } }) => (satisfied === null ? [] : [satisfied]));
      return [
        {
          ...{ unitId, dossiers: own.length, entered, officials: officialsScored(own) },
          ...{ rated: ratings.length, satisfied: ratings.filter(Boolean).length },
          ...unitScored({
            dossiers: own,
            feedback: answered.find((one) => one.unitId === unitId) ?? { due: 0, inTime: 0 },
            services: [...codes].flatMap((code) => serviceOf.get(code) ?? []),
            byHand: byHandOf(entered),
          }),
        },
      ];
    });
    const ranks = ranksOf(units.map(({ total }) => total));
    return units
      .map((unit, nth) => ({ ...unit, rank: ranks[nth] ?? null }))
      .sort((a, b) => (b.total ?? -1) - (a.total ?? -1) || a.unitId.localeCompare(b.unitId));
  }

  /** The dossiers of a unit, each with its form 01, the first to end first. */
  async dossiersOf(office: string, period: HandlingPeriod, unitId: string): Promise<ScoredDossier[]> {
    const standing = await this.organisation.current(office);
    return this.#scored(office, period, postsOf(standing, unitId));
  }

  async #scored(office: string, period: HandlingPeriod, posts?: readonly string[]): Promise<ScoredDossier[]> {
    const all = await this.handled.ended(office, daysOfPeriod(period), posts);
    const complained = await this.feedback.conductAbout(
      office,
      all.map(({ id }) => id),
    );
    return all.map((one) => scoredDossier(one, complained.has(one.id)));
  }
}

const isIn = (quarter: number, period: HandlingPeriod): boolean =>
  period.quarter === null || period.quarter === quarter;

const postsOf = ({ posts }: Office, unitId: string): string[] =>
  [...posts.values()].filter((post) => post.unitId === unitId).map(({ postId }) => postId);

/** What was entered of each index: of a year the mean of its quarters, with one decimal. */
const byHandOf = (entered: EvaluationYear['handling']): Partial<Record<HandIndex, number>> =>
  Object.fromEntries(
    BY_HAND.flatMap((index) => {
      const points = entered.filter((one) => one.index === index).map((one) => one.points);
      if (points.length === 0) return [];
      return [[index, quotient(points.reduce((sum, one) => sum + one, 0) * 10, points.length) / 10]];
    }),
  );
