import type { NewArea, NewCriterion } from '#client';

type Kind = NewCriterion['kind'];
const KINDS: readonly Kind[] = ['scored', 'bonus', 'deduction', 'survey'];

/** A number as officials write it; what is none is refused by the service, by its place. */
const numberIn = (text: string | undefined): number => Number((text ?? '').replace(',', '.'));

/** Areas and their criteria, a line each: an area has three parts, a criterion its kind as well. */
export function areasIn(lines: readonly string[]): NewArea[] {
  const areas: NewArea[] = [];
  for (const line of lines) {
    const [code = '', name = '', most, kind, index, full] = line.split('|').map((part) => part.trim());
    const known = KINDS.find((one) => one === kind);
    if (kind === undefined) areas.push({ code, name, most: numberIn(most), criteria: [] });
    else
      areas.at(-1)?.criteria.push({
        ...{ code, name, kind: known ?? 'scored', most: numberIn(most) },
        ...(index === undefined ? {} : { computed: { index, full: numberIn(full) } }),
      });
  }
  return areas;
}
