import { is } from '#kernel';

/** Indices month by month, with how the year would end. */
export const ForecastList = is.derived({
  year: is.year,
  method: is.bilingual,
  items: is.list(
    is.object({
      of: is.oneOf(['plan', 'service']),
      code: is.code,
      name: is.bilingual,
      target: is.figure,
      months: is.list(
        is.object({ month: is.code, part: is.count, whole: is.count, percent: is.orNull(is.percent) }),
      ),
      forecast: is.orNull(
        is.object({
          whole: is.count,
          percent: is.percent,
          met: is.flag,
          more: is.count,
          expected: is.count,
        }),
      ),
      error: is.orNull(is.object({ tries: is.count, mean: is.percent, worst: is.percent })),
    }),
  ),
});
