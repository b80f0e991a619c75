import type { NamesOf } from '#capability';
import type { AggregateStore } from '#event-store';
import { report } from './report/report.js';
import { titleOf } from './report-title.js';
import { series } from './series/series.js';

/** Reports by what they report and of which year. */
export const namesOfReports =
  (aggregates: AggregateStore): NamesOf =>
  async (office, ids) => {
    const named = await Promise.all(
      ids.map(async (id) => [id, (await aggregates.load(report, office, id)).state] as const),
    );
    return new Map(
      named.flatMap(([id, state]) => {
        if (state.status === 'none') return [];
        return [[id, titleOf(state)]];
      }),
    );
  };

export const namesOfSeries =
  (aggregates: AggregateStore): NamesOf =>
  async (office, ids) => {
    const named = await Promise.all(
      ids.map(async (id) => [id, (await aggregates.load(series, office, id)).state.year] as const),
    );
    return new Map(
      named.map(([id, year]) => [
        id,
        { vi: `báo cáo định kỳ năm ${year}`, en: `the periodic reports of ${year}` },
      ]),
    );
  };
