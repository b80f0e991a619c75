import type { EventRow } from '#event-store';
import { fill, formatDay, formatInstant, isDay, type Bilingual, type Language } from '#kernel';

/** How ids are called: people, posts, units. */
export type NameOf = (id: string) => string | undefined;

/** Event types to what they say; each capability brings its own. */
export type Sentences = Record<string, Bilingual>;

/** One entry as a sentence: when, who, for whom, did what, to what, under which rule, caused by what. */
export function sentenceOf(
  row: EventRow,
  sentences: Sentences,
  nameOf: NameOf,
  subject: string | undefined,
  language: Language,
): string {
  const template = sentences[row.type]?.[language] ?? row.type;
  const what = fill(
    template,
    Object.fromEntries(
      Object.entries(row.data).map(([key, value]) => [
        key,
        value === null ? awaited(row.data, language) : readable(value, nameOf),
      ]),
    ),
  );
  const who = nameOf(row.actor) ?? worker(row.actor, language);
  const vi = language === 'vi';
  const parts = [
    `${formatInstant(row.recorded_at)}: ${who}`,
    row.on_behalf_of === null
      ? ''
      : ` (${vi ? 'thay mặt' : 'for'} ${nameOf(row.on_behalf_of) ?? row.on_behalf_of})`,
    ` ${what}`,
    subject === undefined ? '' : ` · ${subject}`,
    row.rule === null ? '' : ` · ${vi ? 'theo quy tắc' : 'under rule'} ${row.rule}`,
    row.causation_id === null ? '' : ` · ${vi ? 'do sự kiện' : 'caused by event'} ${row.causation_id}`,
  ];
  return `${parts.join('')}.`;
}

/** What can't be said before a year's calendar is known. */
function awaited({ awaits }: EventRow['data'], language: Language): string | null {
  if (typeof awaits !== 'number') return null;
  return language === 'vi' ? `(chờ lịch làm việc năm ${awaits})` : `(awaits the calendar of ${awaits})`;
}

function worker(actor: string, language: Language): string {
  const name = actor.startsWith('worker:') ? actor.slice('worker:'.length) : undefined;
  if (name === undefined) return actor;
  return language === 'vi' ? `Hệ thống (${name})` : `The system (${name})`;
}

function readable(value: unknown, nameOf: NameOf): unknown {
  if (typeof value !== 'string') return value;
  if (isDay(value)) return formatDay(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatInstant(new Date(value));
  return nameOf(value) ?? value;
}
