import { formatDay, formatInstant, type Bilingual, type Language } from '#kernel';

/** An instant as it is answered, as people write it; null where there is none. */
export const instant = (iso: string | null): string | null =>
  iso === null ? null : formatInstant(new Date(iso));

export const day = (iso: string | null): string | null => (iso === null ? null : formatDay(iso));

/** When something is due: the instant, or why that can't be told yet. */
export const dueSaid = (
  { due, dueNote }: { due: string | null; dueNote: Bilingual | null },
  language: Language,
): string | null => dueNote?.[language] ?? instant(due);

/** A whole number with the points that people are used to. */
export const figure = (value: number, language: Language): string =>
  value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-US');
