import { fill, formatDay, formatInstant, isDay, type Bilingual, type Language } from '#kernel';
import type { EventRow } from '#event-store';

/**
 * What an event says in the trail: braces are filled from its data, a part in square brackets is left out where a value in
 * it is missing.
 */
export interface Sentence extends Bilingual {
  /** What was done, in a few words without a value, where the sentence does not begin with them. */
  act?: Bilingual;
}

/** Event types to what they say; each capability brings its own. */
export type Sentences = Record<string, Sentence>;

/** What code words in events' data are called, by `<type>.<field>`. */
export type Words = Record<string, Record<string, Bilingual>>;

/** How the trail speaks; put together from what the capabilities bring. */
export interface Speech {
  sentences: Sentences;
  words: Words;
  /** What the workers do, by the name they act under. */
  workers: Record<string, Bilingual>;
}

/** What else is known of an entry. */
export interface Surroundings {
  /** What it is about: a task, a dossier. */
  subject?: string | undefined;
  /** The event that caused it. */
  cause?: EventRow | undefined;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const ROMAN = ['', 'I', 'II', 'III', 'IV'];
const SHORT = 160;

/** Says the trail's entries in the office's language (nhật ký trách nhiệm): no ids, no code words. */
export class Narrator {
  constructor(
    private readonly speech: Speech,
    /** How ids are called: people, posts, units, offices. */
    private readonly nameOf: (id: string) => string | undefined,
    private readonly language: Language,
  ) {}

  /** When, who, for whom, did what, to what, under which rule, and why. */
  sentence(row: EventRow, { subject, cause }: Surroundings = {}): string {
    const said = this.statement(row);
    const about = subject === undefined || said.includes(subject) ? '' : ` · ${subject}`;
    const rule = row.rule === null ? '' : ` · ${this.#either('theo quy tắc', 'under rule')} ${row.rule}`;
    const why = cause ? ` · ${this.#either('vì', 'because')}: ${shortened(this.statement(cause))}` : '';
    const whole = `${formatInstant(row.recorded_at)}: ${said}${about}${rule}${why}`;
    return /[?!…]$/.test(whole) ? whole : `${whole}.`;
  }

  /** Who did what. */
  statement(row: EventRow): string {
    const principal = row.on_behalf_of;
    const lent = principal === null ? '' : ` (${this.#either('thay mặt', 'for')} ${this.#person(principal)})`;
    return `${this.#person(row.actor)}${lent} ${this.#whatOf(row)}`;
  }

  #whatOf({ type, data }: EventRow): string {
    const sentence = this.speech.sentences[type]?.[this.language];
    if (sentence === undefined) return this.#either('ghi nhận một việc', 'recorded an act');
    const values = Object.fromEntries(
      Object.entries(data).map(([field, value]) => [field, this.#valueOf(type, field, value, data)]),
    );
    const said = (name: string) => values[name] !== undefined;
    const whole = sentence.replace(/\[([^[\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => said(name)) ? part : '',
    );
    return fill(whole, values).replace(/\{\w+\}/g, this.#either('(không ghi)', '(not recorded)'));
  }

  #valueOf(type: string, field: string, value: unknown, data: EventRow['data']): string | undefined {
    if (value === null) return this.#awaited(data);
    if (typeof value === 'number')
      return value.toLocaleString(this.#either('vi-VN', 'en-GB'), { useGrouping: 'min2' });
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    const word = this.speech.words[`${type}.${field}`]?.[value];
    if (word) return word[this.language];
    return this.#readable(value.trim().replace(/\.$/, ''));
  }

  #readable(value: string): string {
    if (isDay(value)) return formatDay(value);
    if (INSTANT.test(value)) return formatInstant(new Date(value));
    const [, year, quarter] = QUARTER.exec(value) ?? [];
    if (year !== undefined)
      return this.#either(`quý ${ROMAN[Number(quarter)]} năm ${year}`, `quarter ${quarter} of ${year}`);
    return (
      this.nameOf(value) ?? (UUID.test(value) ? this.#either('(không rõ tên)', '(no name known)') : value)
    );
  }

  /** What can't be said before a year's calendar is known. */
  #awaited({ awaits }: EventRow['data']): string | undefined {
    if (typeof awaits !== 'number') return undefined;
    return this.#either(`(chờ lịch làm việc năm ${awaits})`, `(awaits the calendar of ${awaits})`);
  }

  #person(actor: string): string {
    if (!actor.startsWith('worker:')) return this.nameOf(actor) ?? this.#stranger(actor);
    const duty = this.speech.workers[actor.slice('worker:'.length)]?.[this.language];
    return this.#either('Hệ thống', 'The system') + (duty === undefined ? '' : ` (${duty})`);
  }

  /** A citizen, whose name only the vault knows; or somebody without an account. */
  #stranger(actor: string): string {
    return actor === 'applicant'
      ? this.#either('Công dân', 'A citizen')
      : this.#either('Một người', 'Somebody');
  }

  #either(vi: string, en: string): string {
    return this.language === 'vi' ? vi : en;
  }
}

/** What kind of act an event is, in a few words without anything that it holds: what everyone may know of it. */
export function actOf({ sentences }: Speech, type: string, language: Language): string {
  const sentence = sentences[type];
  const beginning = sentence?.[language].split(/[{[:,("]/)[0]?.trim();
  return sentence?.act?.[language] ?? beginning ?? (language === 'vi' ? 'một việc' : 'an act');
}

const shortened = (text: string): string =>
  text.length <= SHORT ? text : `${text.slice(0, text.lastIndexOf(' ', SHORT))} …`;
