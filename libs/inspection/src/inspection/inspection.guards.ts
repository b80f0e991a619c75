import { hasRole, holds, postsOf, type ActContext, type Office } from '#organisation/office';
import type { TimeContext } from '#overdue';
import { answerableFor, type Inspection, type InspectionStatus, type Requirement } from './inspection.js';
import {
  inspectionState,
  inspectsOwnUnit,
  notOfTheTeam,
  notTheInspectedUnit,
  ownRemedy,
  unknownInspection,
  unknownRequirement,
} from './inspection.refusals.js';

/** What a decision on an inspection looks at besides it; `part`: the finding or requirement it is about. */
export interface InspectionContext
  extends TimeContext, Pick<ActContext, 'subject' | 'part' | 'actor' | 'hand'> {}

/** Begins the names of the steps of requirements. */
export const REQUIREMENT_STEP = 'requirement/';

/** Refuses `unknown_inspection` and `inspection_state`. */
export function standing(state: Inspection, ...statuses: InspectionStatus[]): Inspection {
  if (state.status === 'none') throw unknownInspection();
  if (!statuses.includes(state.status))
    throw inspectionState({ status: state.status, needed: statuses.join(', ') });
  return state;
}

/** The post that makes somebody one of a unit: in it, or at its head. */
export const postOfUnit = (office: Office, unitId: string, personId: string) =>
  postsOf(office, personId).find(
    (post) => post.unitId === unitId || post.postId === answerableFor(office, unitId),
  );

/** R3: in these states, for nobody of the unit that is inspected, whatever other post they hold and in whosever name. */
export const forOthers =
  (...statuses: InspectionStatus[]) =>
  (state: Inspection, { office, actor, hand }: InspectionContext): Inspection => {
    const { unitId } = standing(state, ...statuses);
    for (const person of [actor, hand]) {
      const own = postOfUnit(office, unitId, person);
      if (own) throw inspectsOwnUnit({ post: own.title });
    }
    return state;
  };

/** In these states, for a member of the team. */
export const forTheTeam =
  (...statuses: InspectionStatus[]) =>
  (state: Inspection, context: InspectionContext): Inspection => {
    const { team } = standing(state, ...statuses);
    if (!team.some((postId) => holds(context.office, context.actor, postId))) throw notOfTheTeam();
    return forOthers(...statuses)(state, context);
  };

/** In these states, for the head of the unit that is inspected. */
export const forTheUnit =
  (...statuses: InspectionStatus[]) =>
  (state: Inspection, { office, actor }: InspectionContext): Inspection => {
    const postId = answerableFor(office, standing(state, ...statuses).unitId);
    if (postId === null || !holds(office, actor, postId)) throw notTheInspectedUnit();
    return state;
  };

/** R3: a remedy is verified by the team, a leader or the office of record; by nobody of the unit that remedied. */
export function forVerifiers(state: Inspection, { office, actor, hand }: InspectionContext): Inspection {
  const { team, unitId } = standing(state, 'concluded');
  if ([actor, hand].some((person) => postOfUnit(office, unitId, person))) throw ownRemedy();
  const isOfTeam = team.some((postId) => holds(office, actor, postId));
  if (!isOfTeam && !hasRole(office, actor, 'chairman', 'vice-chairman', 'office-of-record'))
    throw notOfTheTeam();
  return state;
}

/** Refuses `unknown_requirement` unless the requirement is there, at this stage. */
export function requirementAt(
  { requirements }: Inspection,
  id: string,
  status: Requirement['status'],
): Requirement {
  const found = requirements.find(({ requirementId }) => requirementId === id);
  if (found?.status !== status) throw unknownRequirement();
  return found;
}
