import { dueOf, type AgendaItem } from '#deadline/agenda';
import { successorOf, unknownUnit } from '#organisation/office';
import type { DecidingDocument, PlannedTask } from '../plan/plan.js';
import { isDeepStrictEqual } from 'node:util';
import { agendaFor, aheadAgain, nothingMore, occurrencesOf, silenceAgenda } from './agenda.js';
import type { Occurrence, TaskEvent, TaskFacts } from './task.events.js';
import { isOver, type TaskContext } from './task.guards.js';
import { isAsBefore, type OccurrenceState, type Task } from './task.js';

/** Gives an approved plan's task to its one accountable lead (giao nhiệm vụ, R1). */
export class AssignTask {
  planId!: string;
  year!: number;
  planned!: PlannedTask;
}

export function assignTask(
  state: Task,
  { planId, year, planned }: AssignTask,
  context: TaskContext,
): TaskEvent[] {
  if (state.status !== 'none') return [];
  const unit = successorOf(context.office, planned.leadUnitId);
  if (!unit) throw unknownUnit();
  const facts = factsOf(planId, year, planned);
  const occurrences = occurrencesOf(context.taskId, facts.obligations, year, context);
  const lead = { unitId: unit.unitId, postId: unit.headPostId };
  return [
    {
      type: 'TaskAssigned',
      data: { ...facts, lead, occurrences, agenda: wholeAgenda(facts, occurrences, context) },
    },
  ];
}

/** Carries a plan's amendment into a task already assigned (R10). */
export class AmendTask extends AssignTask {
  document!: DecidingDocument | null;
}

export function amendTask(state: Task, command: AmendTask, context: TaskContext): TaskEvent[] {
  const { planId, year, planned, document } = command;
  if (state.status === 'none') return assignTask(state, command, context);
  if (isOver(state)) return [];
  const facts = factsOf(planId, year, planned);
  if (isDeepStrictEqual(facts, state.facts)) return [];
  const occurrences = facts.obligations.flatMap((obligation) =>
    isAsBefore(state.facts, obligation)
      ? [...state.occurrences.values()].filter(
          ({ obligationId, status }) => obligationId === obligation.obligationId && status !== 'closed',
        )
      : occurrencesOf(context.taskId, [obligation], year, context),
  );
  const gone = [...state.occurrences.values()].filter(
    (o) => o.status === 'open' && !occurrences.some(({ occurrenceId }) => occurrenceId === o.occurrenceId),
  );
  const changed = occurrences.filter(({ occurrenceId, due }) => {
    const known = state.occurrences.get(occurrenceId);
    if (known?.status === 'closed') return true; // taken out before, put back now
    return !known || (known.status === 'open' && !known.missed && known.due !== due);
  });
  const ahead = changed.map((o) => aheadAgain({ ...known(state, o), ...o }, context));
  const agenda = [
    ...gone.map(nothingMore),
    ...ahead,
    ...silenceAgenda(context.taskId, facts.obligations, year, context),
  ];
  return [
    { type: 'TaskAmended', data: { ...facts, occurrences: occurrences.map(plain), document, agenda } },
    ...newLead(state, facts, document, context),
  ];
}

/** An amendment that names another lead hands the task over; one that does not leaves a hand-over as it is. */
function newLead(
  state: Task,
  { leadUnitId }: TaskFacts,
  document: DecidingDocument | null,
  { office }: TaskContext,
): TaskEvent[] {
  if (!state.lead || leadUnitId === state.facts?.leadUnitId || leadUnitId === state.lead.unitId) return [];
  const unit = office.units.get(leadUnitId);
  if (!unit) throw unknownUnit();
  const lead = { unitId: unit.unitId, postId: unit.headPostId };
  const reason = document ? `Văn bản ${document.number}` : 'Sửa đổi kế hoạch';
  return [{ type: 'TaskHandedOver', data: { from: state.lead, lead, reason } }];
}

/** What an occurrence has behind it, however it stands now (R6): escalation goes on from its level. */
const known = (state: Task, { occurrenceId }: Occurrence): Pick<OccurrenceState, 'missed' | 'level'> =>
  state.occurrences.get(occurrenceId) ?? { missed: false, level: 0 };

const plain = ({ occurrenceId, obligationId, key, review, ...due }: Occurrence): Occurrence => ({
  occurrenceId,
  obligationId,
  key,
  ...dueOf(due),
  review,
});

function factsOf(planId: string, year: number, planned: PlannedTask): TaskFacts {
  const { number, area, title, deliverables, leadUnitId, coImplementers, coordinators, obligations } =
    planned;
  const { carriedFrom, secret } = planned;
  return {
    planId,
    year,
    number,
    area,
    title,
    deliverables,
    leadUnitId,
    coImplementers,
    coordinators,
    obligations,
    ...(secret ? { secret } : {}),
    ...(carriedFrom ? { carriedFrom } : {}),
  };
}

const wholeAgenda = (facts: TaskFacts, occurrences: Occurrence[], context: TaskContext): AgendaItem[] => [
  ...occurrences.map((occurrence) => agendaFor(occurrence, context)),
  ...silenceAgenda(context.taskId, facts.obligations, facts.year, context),
];
