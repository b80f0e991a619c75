import { afterTheClock, type Owned, passing, type Told, unrecorded } from '#overdue';
import type { RequirementPassing, InspectionEvent } from './inspection.events.js';
import { REQUIREMENT_STEP, type InspectionContext } from './inspection.guards.js';
import { answerableFor, inspection, type Inspection, type Requirement } from './inspection.js';

/** A step of a requirement's agenda that has fallen due; issued by the deadline worker alone. */
export class TakeRequirementStep {
  occurrenceId!: string;
  step!: string;
}

const toldOf = ({ requirementId }: Requirement): Told<RequirementPassing> => ({
  Reminded: (data) => ({ type: 'RequirementReminded', data: { requirementId, ...data } }),
  Missed: (data) => ({ type: 'RequirementMissed', data: { requirementId, ...data } }),
  Escalated: (data) => ({ type: 'RequirementEscalated', data: { requirementId, ...data } }),
  DueSet: (data) => ({ type: 'RequirementDueSet', data: { requirementId, ...data } }),
});

const ownedBy = (
  { status: stage, unitId, said }: Inspection,
  { status }: Requirement,
  { office }: InspectionContext,
): Owned => ({
  owner: REQUIREMENT_STEP,
  running: stage === 'concluded' && status === 'open',
  postId: answerableFor(office, unitId),
  said,
});

/** What a step does now; nothing where it has no sense any more. In an office that ended, its successor is reminded. */
export function takeRequirementStep(
  state: Inspection,
  { occurrenceId, step }: TakeRequirementStep,
  context: InspectionContext,
): InspectionEvent[] {
  const requirement = state.requirements.find((one) => one.occurrenceId === occurrenceId);
  if (!requirement || context.office.succession) return [];
  return passing(requirement, ownedBy(state, requirement, context), step, toldOf(requirement), context);
}

const unseen = (state: Inspection, context: InspectionContext): InspectionEvent[] =>
  state.requirements.flatMap((one) => unrecorded(one, ownedBy(state, one, context), toldOf(one), context));

/** Decides what somebody does to an inspection of which times may have run out unseen: that is recorded first. */
export const seeingLateness = <C, X extends InspectionContext>(
  decide: (state: Inspection, command: C, context: X) => InspectionEvent[],
) => afterTheClock(unseen, inspection.evolve, decide);
