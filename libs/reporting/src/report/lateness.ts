import { awaitedBy, type DueInstant } from '#deadline/agenda';
import { rungsAbove } from '#organisation/office';
import { afterMissing, afterTheClock, calendarKnown, endPassed, endReached, escalation } from '#overdue';
import { REPORT_STEP, reportAgenda, reportDue, watched, type ReportContext } from './agenda.js';
import { report, type Report } from './report.js';
import type { ReportEvent } from './report.events.js';

/** A step of a report's agenda that has fallen due; issued by the deadline worker alone. */
export class TakeReportStep {
  step!: string;
}

/** What a step does now; nothing where it has no sense any more. */
export function takeReportStep(
  state: Report,
  { step }: TakeReportStep,
  context: ReportContext,
): ReportEvent[] {
  // An office that ended owes no report any more.
  if (state.status !== 'draft' || context.office.succession) return [];
  const awaited = awaitedBy(step, REPORT_STEP);
  if (awaited) return countAnew(state, step, awaited.year, context);
  const [name, argument] = step.slice(REPORT_STEP.length).split(':');
  if (name === 'remind') return remind(state, context);
  if (name === 'miss') return miss(state, context);
  return name === 'escalate' ? escalate(state, Number(argument), context) : [];
}

function remind({ due, postId, reminded }: Report, context: ReportContext): ReportEvent[] {
  if (due === null || reminded) return [];
  const agenda = [reportAgenda({ due }, context, true)];
  return [{ type: 'ReportReminded', data: { due, toPostId: postId, agenda } }];
}

/** R6: once, whoever has seen it. */
function miss(state: Report, context: ReportContext): ReportEvent[] {
  const watch = watched(state, context.subject);
  const due = endReached(watch, context.now);
  if (due === undefined) return [];
  const agenda = [afterMissing(watch, due, context)];
  return [{ type: 'ReportMissed', data: { due, postId: state.postId, agenda } }];
}

/** What a time that ran out has brought about, where nobody has recorded it. */
const unrecorded = (state: Report, context: ReportContext): ReportEvent[] =>
  endPassed(watched(state, context.subject), context.now) === undefined ? [] : miss(state, context);

/** Decides what somebody does to a report whose time may have run out unseen: that is recorded first. */
export const seeingLateness = <C, X extends ReportContext>(
  decide: (state: Report, command: C, context: X) => ReportEvent[],
) => afterTheClock(unrecorded, report.evolve, decide);

/** A year's calendar has become known, or another: what waited for it or differs by it is computed, and the event says by which text (R38). */
function countAnew(state: Report, step: string, year: number, context: ReportContext): ReportEvent[] {
  const source = context.calendar.sourceOf(year);
  if (source === undefined) return [];
  const counting = {
    end: () => reportDue(state.dueDay, context),
    ahead: (due: DueInstant) => reportAgenda(due, context, state.reminded),
  };
  return calendarKnown(watched(state, context.subject), state, step, counting, context).map(
    ({ due, item }) => ({
      type: 'ReportDueSet',
      data: { ...due, from: state.due, year, source, agenda: [item] },
    }),
  );
}

/** R7: one level at a time; a vacant post is passed over aloud. */
function escalate(state: Report, level: number, context: ReportContext): ReportEvent[] {
  const from = state.atPostId ?? state.postId;
  const above = from === null ? [] : rungsAbove(context.office, from);
  const reached = escalation(watched(state, context.subject), level, above, context);
  if (!reached) return [];
  const { item, ...to } = reached;
  return [{ type: 'ReportEscalated', data: { ...to, agenda: [item] } }];
}
