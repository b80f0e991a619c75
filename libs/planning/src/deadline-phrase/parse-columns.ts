import { withoutEnding } from '#kernel';
import { parsePhrase, type NoSuchDate } from './parse-phrase.js';
import type { Schedule } from './schedule.js';
import { normalisePhrase } from './words-of-phrase.js';

/** An obligation read off a row: what it is about (a label, or none) and when. */
export interface ReadObligation {
  label: string | null;
  phrase: string;
  schedule: Schedule | NoSuchDate;
  column: 'deadline_text' | 'deliverables';
}

const HIDDEN = /[:\s](?:trước ngày |định kỳ h[ằà]ng quý)/i;
/** What stands between a label and its phrase; between digits it tells the hour. */
const AFTER_LABEL = /(?<!\d):|:(?!\d)/;
const BULLET = /(?:^|\s)[-–—•+*]\s/u;

/** The obligations of a row: those of its deadline column, and those hidden behind a deliverable's name. */
export function parseObligations(deadlineText: string, deliverables: string, year: number): ReadObligation[] {
  const named = parts(deadlineText).flatMap((part) => bulleted(part, year));
  return [...named, ...hiddenObligations(deliverables, year)];
}

/** The deliverables of a row, without the deadlines that hide behind their names. */
export const parseDeliverables = (text: string): string[] =>
  parts(text).map((part) => splitHidden(part)?.label ?? part);

/** One part, or several behind dashes on one line where each of them can be read by itself: a name may hold a dash too. */
function bulleted(part: string, year: number): ReadObligation[] {
  const whole = labelled(part, year);
  if (!isUnreadable(whole)) return [whole];
  const several = part
    .split(BULLET)
    .filter((one) => normalisePhrase(one) !== '')
    .map((one) => labelled(one, year));
  if (several.length > 1 && !several.some(isUnreadable)) return several;
  return behindDash(several) ?? atOnce(whole, year) ?? [whole];
}

/** "Kế hoạch - quý I": a name, a dash and its time. */
function behindDash([name, time, ...more]: ReadObligation[]): ReadObligation[] | undefined {
  return name &&
    time &&
    more.length === 0 &&
    name.label === null &&
    time.label === null &&
    !isUnreadable(time)
    ? [{ ...time, label: name.phrase }]
    : undefined;
}

/** "hằng tháng, hằng quý": each of them comes back by itself. Days are not told apart so: what stands before the first counts for all. */
function atOnce({ phrase, ...of }: ReadObligation, year: number): ReadObligation[] | undefined {
  const several = phrase
    .split(/,|\/| và /i)
    .map((one) => ({ ...of, phrase: one.trim(), schedule: parsePhrase(one, year) }));
  return several.length > 1 && several.every(({ schedule }) => COMES_BACK.has(schedule.kind))
    ? several
    : undefined;
}

const COMES_BACK: ReadonlySet<string> = new Set(['monthly', 'weekly', 'recurring', 'reports', 'continuous']);

const isUnreadable = ({ schedule }: ReadObligation): boolean =>
  schedule.kind === 'needingDate' && schedule.reason === 'unreadable';

function labelled(part: string, year: number): ReadObligation {
  const colon = AFTER_LABEL.exec(part)?.index ?? -1;
  const label =
    colon < 0
      ? ''
      : part
          .slice(0, colon)
          .replace(/^[-–—•+*]\s*/u, '')
          .trim();
  const phrase = part.slice(colon + 1).trim();
  const readAs = (time: string, name: string): ReadObligation => ({
    label: name === '' ? null : name,
    phrase: time,
    schedule: parsePhrase(time, year),
    column: 'deadline_text',
  });
  const read = readAs(phrase, label);
  // "Quý I: kế hoạch" says the time first.
  const turned = label !== '' && isUnreadable(read) ? readAs(label, phrase) : read;
  return turned.schedule.kind === 'needingDate' ? read : turned;
}

function hiddenObligations(deliverables: string, year: number): ReadObligation[] {
  return parts(deliverables).flatMap((part) => {
    const hidden = splitHidden(part);
    if (!hidden) return [];
    const { label, phrase } = hidden;
    return [{ label, phrase, schedule: parsePhrase(phrase, year), column: 'deliverables' as const }];
  });
}

/** A deliverable's name and the deadline behind it; undefined where none is. */
function splitHidden(part: string): { label: string; phrase: string } | undefined {
  const at = HIDDEN.exec(part)?.index ?? 0;
  const label = withoutEnding(part.slice(0, at), /[:\s]/);
  return label === '' ? undefined : { label, phrase: part.slice(at + 1) };
}

const parts = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => normalisePhrase(part) !== '');
