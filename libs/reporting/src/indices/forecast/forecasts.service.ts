import { dayOf, type Bilingual, type Clock } from '#kernel';
import type { Target } from '#planning';
import type { Indices } from '../indices.service.js';
import { isOfAnswers } from '../definitions.js';
import { PROCEDURE_FIGURES, isOfAnswers as isPartOfAnswers, type ServicePart } from '../service/part.js';
import { monthsOf } from '../service/periods.js';
import { ratioOf } from '../service/score.js';
import type { ServiceIndex } from '../service/service-index.js';
import { SERVICE_SET } from '../service/set.js';
import { errorOn, forecast, sumOf, type Forecast, type ForecastError, type MonthCount } from './forecast.js';

/** An index month by month, and how the year would end. */
export interface ToldForecast {
  of: 'plan' | 'service';
  code: string;
  name: Bilingual;
  target: number;
  /** It is made of what people said of those who serve (R34). */
  ofAnswers: boolean;
  /** The months of the year that are over. */
  months: MonthCount[];
  forecast: Forecast | null;
  error: ForecastError | null;
}

/** How the plan's targets and set 766 go through a year, and how they would end (xu hướng, dự báo cuối năm). */
export class Forecasts {
  constructor(
    private readonly indices: Indices,
    private readonly service: ServiceIndex,
    private readonly clock: Clock,
  ) {}

  async of(office: string, year: number): Promise<ToldForecast[]> {
    const [plan, service] = await Promise.all([this.#plan(office, year), this.#service(office, year)]);
    return [...plan, ...service];
  }

  async #plan(office: string, year: number): Promise<ToldForecast[]> {
    const told = await this.indices.of(office, { from: `${year - 1}-01-01`, to: `${year}-12-31` }, 'month');
    return told.flatMap(({ target, index, values }) => {
      if (!index || 'unmeasured' in index || !isByMonth(index.whole)) return [];
      const counts = this.#months(year).map(({ month }) => {
        const { part = 0, whole = 0 } = values.find(({ group }) => group === month) ?? {};
        return { month, part, whole };
      });
      return [
        this.#told(year, counts, {
          of: 'plan',
          code: target.code,
          name: named(target),
          target: target.value,
          ofAnswers: isOfAnswers(index),
        }),
      ];
    });
  }

  async #service(office: string, year: number): Promise<ToldForecast[]> {
    const months = this.#months(year);
    const measures = await this.service.measures(
      office,
      months.map(({ period }) => period),
    );
    return SERVICE_SET.parts.filter(addsUp).flatMap((part) => {
      const { code, name, ratio } = part;
      if (!ratio) return [];
      const counts = months.map(({ month }, index) => {
        const own = measures[index];
        return { month, ...(own ? ratioOf(ratio, own) : { part: 0, whole: 0 }) };
      });
      return [
        this.#told(year, counts, {
          of: 'service',
          code,
          name,
          target: ratio.fullAt * 100,
          ofAnswers: isPartOfAnswers(part),
        }),
      ];
    });
  }

  /** The error is that of the year before, where that came to anything; else of this year's months. */
  #told(
    year: number,
    counts: readonly MonthCount[],
    about: Pick<ToldForecast, 'of' | 'code' | 'name' | 'target' | 'ofAnswers'>,
  ): ToldForecast {
    const now = dayOf(this.clock.now()).slice(0, 7);
    const before = counts.filter(({ month }) => month < `${year}` && month < now);
    const months = counts.filter(({ month }) => month >= `${year}` && month < now);
    const known = sumOf(before).whole > 0 ? before : months;
    return { ...about, months, forecast: forecast(months, about.target), error: errorOn(known) };
  }

  /** The months of the year before and of the year. */
  #months(year: number) {
    return [...monthsOf(year - 1), ...monthsOf(year)].map((period) => ({
      period,
      month: period.from.slice(0, 7),
    }));
  }
}

/** Reports and work items are counted over a whole period. */
const isByMonth = (whole: string): boolean => whole !== 'reportsDue' && whole !== 'workDue';

/** What is counted of dossiers and feedback adds up over months; procedures do not. */
const addsUp = ({ ratio }: ServicePart): boolean => !PROCEDURE_FIGURES.some((one) => one === ratio?.whole);

const named = ({ name }: Target): Bilingual => ({ vi: name, en: name });
