/** The two languages of the service; Vietnamese is the default. */
export type Language = 'vi' | 'en';

/** One text in both languages. */
export interface Bilingual {
  vi: string;
  en: string;
}

/** A language with its weight (RFC 9110, 12.5.4), whatever its region. */
const RANGE = /^\s*([a-z]{1,8})(?:-[a-z0-9]{1,8})*\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?$/i;

/** The best language for an `Accept-Language` header. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => {
    const [, tag = '', quality = '1'] = RANGE.exec(part) ?? [];
    return { tag: tag.toLowerCase(), quality: Number(quality) };
  });
  const known = wanted.filter(({ tag, quality }) => (tag === 'vi' || tag === 'en') && quality > 0);
  return known.toSorted((a, b) => b.quality - a.quality)[0]?.tag === 'en' ? 'en' : 'vi';
}

/** Fills `{name}` in a text. */
export const fill = (text: string, values: Record<string, unknown>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
