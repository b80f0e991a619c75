import { withoutEnding } from '#kernel';
import { normalisePhrase, parsePhrase } from './parse-phrase.js';
import type { Schedule } from './schedule.js';

/** An obligation read off a row: what it is about (a label, or none) and when. */
export interface ReadObligation {
  label: string | null;
  phrase: string;
  schedule: Schedule;
  column: 'deadline_text' | 'deliverables';
}

const HIDDEN = /[:\s](?:trước ngày |định kỳ h[ằà]ng quý)/i;

/** The obligations of a row: those of its deadline column, and those hidden behind a deliverable's name. */
export function parseObligations(deadlineText: string, deliverables: string, year: number): ReadObligation[] {
  const named = parts(deadlineText).map((part): ReadObligation => {
    const colon = part.indexOf(':');
    const label = colon < 0 ? null : part.slice(0, colon).trim();
    const phrase = part.slice(colon + 1).trim();
    return { label, phrase, schedule: parsePhrase(phrase, year), column: 'deadline_text' };
  });
  return [...named, ...hiddenObligations(deliverables, year)];
}

/** The deliverables of a row, without the deadlines that hide behind their names. */
export const parseDeliverables = (text: string): string[] =>
  parts(text).map((part) => splitHidden(part)?.label ?? part);

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
    .split(';')
    .map((part) => part.trim())
    .filter((part) => normalisePhrase(part) !== '');
