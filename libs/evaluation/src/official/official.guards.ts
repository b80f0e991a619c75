import { hasRole, holds, standsAbove, type ActContext, type Office } from '#organisation/office';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { EvaluationYear } from '../year/year.js';
import type { OfficialEvaluation } from './official.js';
import {
  evaluationClosed,
  evaluationInvalid,
  notAboveOfficial,
  notOwnEvaluation,
  scoresSelf,
  scoreWithoutEvidence,
  unknownEvaluation,
  unknownPeriod,
} from './official.refusals.js';
import type { Evidence } from './official.events.js';
import { periodsIn } from './periods.js';

/** What a decision on an official's evaluation looks at besides it; `part`: the period or product it is about. */
export interface OfficialContext extends Pick<
  ActContext,
  'subject' | 'part' | 'commandId' | 'office' | 'actor' | 'hand' | 'now'
> {
  /** The year it belongs to, and that year's catalogue, where the decision needs them. */
  year?: EvaluationYear;
  catalogue?: Catalogue;
}

/** Refuses `unknown_evaluation` and, once it was handed on or graded, `evaluation_closed`. */
export function open(state: OfficialEvaluation, { year }: Pick<OfficialContext, 'year'>): OfficialEvaluation {
  if (state.status === 'none') throw unknownEvaluation();
  if (state.status === 'handed-on') throw evaluationClosed({ why: 'đã chuyển đi · handed on' });
  if (year?.grades[state.personId])
    throw evaluationClosed({ why: 'đã có quyết định xếp loại · a grade was decided' });
  return state;
}

const isSelf = ({ personId }: OfficialEvaluation, { actor, hand }: OfficialContext): boolean =>
  actor === personId || hand === personId;

/** For whoever stands above the official, and nobody for themselves (R3). */
export function forSuperiors(state: OfficialEvaluation, context: OfficialContext): OfficialEvaluation {
  const { postId } = open(state, context);
  if (isSelf(state, context)) throw scoresSelf();
  const { office, actor } = context;
  if (!standsAbove(office, actor, postId) && !hasRole(office, actor, 'chairman')) throw notAboveOfficial();
  return state;
}

/** For the official themselves. */
export function forOneself(state: OfficialEvaluation, context: OfficialContext): OfficialEvaluation {
  const { personId } = open(state, context);
  if (context.actor !== personId) throw notOwnEvaluation();
  return state;
}

/** For whoever keeps the register, never about themselves. */
export function aboutOthers(state: OfficialEvaluation, context: OfficialContext): OfficialEvaluation {
  open(state, context);
  if (isSelf(state, context)) throw scoresSelf();
  return state;
}

/** R34: the official, those above, and whoever keeps the register, leads or oversees. */
export const mayRead = (office: Office, reader: string, { personId, postId }: OfficialEvaluation): boolean =>
  reader === personId ||
  holds(office, reader, postId) ||
  standsAbove(office, reader, postId) ||
  hasRole(office, reader, 'chairman', 'vice-chairman', 'office-of-record', 'oversight', 'inspector');

/** A period by its number, as a path or a field names it. */
export function periodNamed({ cadence }: OfficialEvaluation, named: string | number): number {
  const [period, last] = [Number(named), periodsIn(cadence)];
  if (!Number.isInteger(period) || period < 1 || period > last) throw unknownPeriod({ last });
  return period;
}

/** R31: what shows a number that somebody enters. */
export function shownBy({ evidence, evidenceFile = null }: EvidenceFields): Evidence {
  if (evidence === undefined) throw scoreWithoutEvidence();
  return { text: evidence, file: evidenceFile };
}

interface EvidenceFields {
  evidence?: string;
  evidenceFile?: string | null;
}

export const invalid = (why: string) => evaluationInvalid({ why });
