import { is } from '#kernel';

/** A target of the plan with what it came to: no data is `null`, never 0% nor 100%. */
export const IndexList = is.all(
  is.named('Index', {
    code: is.code,
    name: is.line,
    op: is.code,
    value: is.figure,
    unit: is.code,
    source: is.line,
    formula: is.orNull(is.bilingual),
    unmeasured: is.orNull(is.bilingual),
    values: is.list(
      is.object({
        group: is.orNull(is.line),
        part: is.count,
        whole: is.count,
        percent: is.orNull(is.percent),
        met: is.orNull(is.flag),
        needed: is.orNull(is.count),
      }),
      is.MOST_LISTED,
    ),
  }),
);
