/** The two languages of the service; Vietnamese is the default. */
export type Language = 'vi' | 'en';

/** One text in both languages. */
export interface Bilingual {
  vi: string;
  en: string;
}

/** The best language for an `Accept-Language` header. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', quality] = part.trim().split(';q=');
    return { tag: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
  });
  const known = wanted.filter(({ tag }) => tag === 'vi' || tag === 'en');
  return known.sort((a, b) => b.quality - a.quality)[0]?.tag === 'en' ? 'en' : 'vi';
}

/** Fills `{name}` in a text. */
export const fill = (text: string, values: Record<string, unknown>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
