import type { Dossiers, Procedure, ServiceContext, ServiceDossiers, ServiceFigures } from '#dossiers';
import type { FeedbackCount, FeedbackFigures } from '#feedback';
import { dayOf, type Clock, type Page } from '#kernel';
import type { Period } from '../../definition/periods.js';
import {
  figuresOf,
  type ProcedureFigure,
  type ServiceMeasure,
  type ServiceMeasures,
  type ServicePart,
} from './part.js';
import { spanOf } from './periods.js';
import { valueOf, type ServiceValue } from './score.js';
import { SERVICE_SET } from './set.js';

/** A figure that a part is counted of, and what its list holds. */
export interface FigureBehind {
  figure: ServiceMeasure;
  count: number;
}

/** A part of the set with what it came to. */
export interface ToldPart {
  part: ServicePart;
  value: ServiceValue;
  behind: FigureBehind[];
}

/** Set 766 (Bộ chỉ số phục vụ người dân, doanh nghiệp) as a period leaves it. */
export class ServiceIndex {
  constructor(
    private readonly figures: ServiceFigures,
    private readonly feedback: FeedbackFigures,
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  /** Each part in the set's order. */
  async of(office: string, period: Period): Promise<ToldPart[]> {
    const [measures] = await this.measures(office, [period]);
    if (!measures) return [];
    return SERVICE_SET.parts.map((part) => ({
      part,
      value: valueOf(part, measures),
      behind: figuresOf(part).map((figure) => ({ figure, count: measures[figure] })),
    }));
  }

  /** What is counted in each period, all by the catalogue at the end of the last. */
  async measures(office: string, periods: readonly Period[]): Promise<ServiceMeasures[]> {
    const spans = periods.map(spanOf);
    const { context, procedures } = await this.#context(office, periods);
    const [counts, feedback] = await Promise.all([
      this.figures.count(office, spans, context),
      this.feedback.count(office, spans, context.now),
    ]);
    return counts.map((row, index) => ({
      ...row,
      feedbackDue: feedback[index]?.due ?? 0,
      feedbackOnTime: feedback[index]?.onTime ?? 0,
      procedures: procedures.length,
      proceduresOffered: context.offered.length,
      proceduresPriced: procedures.filter(({ fee }) => fee > 0).length,
    }));
  }

  /** The dossiers behind a figure. */
  async dossiersBehind(office: string, period: Period, name: ServiceDossiers, page: Page) {
    const { context } = await this.#context(office, [period]);
    return this.figures.list(office, spanOf(period), context, name, page);
  }

  /** The feedback behind a figure. */
  feedbackBehind(office: string, period: Period, name: FeedbackCount, page: Page) {
    return this.feedback.list(office, spanOf(period), this.clock.now(), name, page);
  }

  /** The procedures behind a figure, by their codes. */
  async proceduresBehind(office: string, period: Period, name: ProcedureFigure) {
    const { context, procedures } = await this.#context(office, [period]);
    const codes = await this.#codesOf(office, period, name, context, procedures);
    const names = new Map(procedures.map(({ code, name: called }) => [code, called]));
    return codes.map((code) => ({ code, name: names.get(code) ?? code }));
  }

  #codesOf(
    office: string,
    period: Period,
    name: ProcedureFigure,
    context: ServiceContext,
    procedures: readonly Procedure[],
  ): Promise<string[]> | string[] {
    const codes = (own: readonly Procedure[]) => own.map(({ code }) => code).toSorted();
    switch (name) {
      case 'procedures':
        return codes(procedures);
      case 'proceduresOffered':
        return [...context.offered].toSorted();
      case 'proceduresPriced':
        return codes(procedures.filter(({ fee }) => fee > 0));
      case 'proceduresUsedOnline':
      case 'proceduresPaidOnline':
        return this.figures.procedures(office, spanOf(period), context, name);
    }
  }

  async #context(office: string, periods: readonly Period[]) {
    const now = this.clock.now();
    const last =
      periods
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? dayOf(now);
    const end = last < dayOf(now) ? last : dayOf(now);
    const [procedures, complaints] = await Promise.all([
      this.dossiers.inForce(office, end),
      this.feedback.about(office),
    ]);
    const offered = procedures.filter(({ service }) => service !== 'counter').map(({ code }) => code);
    const context: ServiceContext = { now, complaints, offered };
    return { context, procedures };
  }
}
