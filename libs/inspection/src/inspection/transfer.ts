import { successorOf, type Office } from '#organisation/office';
import { goingOn, nothingMore } from '#overdue';
import type { InspectionEvent } from './inspection.events.js';
import { REQUIREMENT_STEP, type InspectionContext } from './inspection.guards.js';
import type { Inspection, InspectionStatus } from './inspection.js';

const OPEN: readonly InspectionStatus[] = ['opened', 'recorded', 'concluded'];

/** Lets an inspection that is not over go to the office that takes this one over (R28). */
export class TransferInspection {}

export function transferInspection(
  state: Inspection,
  _command: TransferInspection,
  { office: { succession } }: InspectionContext,
): InspectionEvent[] {
  if (!succession || !OPEN.includes(state.status)) return [];
  const { successor: toOffice, document } = succession;
  const agenda = state.requirements.map(nothingMore);
  return [{ type: 'InspectionTransferred', data: { toOffice, document, was: state.status, agenda } }];
}

/** An inspection as it goes along: its unit is the heir, and whoever keeps the register there leads it from then on. */
export function carriedInspection(
  state: Inspection,
  was: InspectionStatus,
  office: Office,
): Inspection | undefined {
  const { succession } = office;
  if (!succession) return undefined;
  const unitId = successorOf(office, state.unitId)?.unitId ?? state.unitId;
  const heir = succession.heirs.find((one) => one.unitId === unitId) ?? succession.heirs[0];
  return { ...state, status: was, unitId: heir?.heirUnitId ?? unitId };
}

/** Takes it over: what is required, its times and its lateness go on. */
export class TakeOverInspection {
  fromOffice!: string;
  document!: string;
  carried!: Inspection;
}

export function takeOverInspection(
  state: Inspection,
  { fromOffice, document, carried }: TakeOverInspection,
  context: InspectionContext,
): InspectionEvent[] {
  if (state.status !== 'none' || carried.status === 'none') return [];
  const record = [...context.office.posts.values()].find(({ roles }) => roles.includes('office-of-record'));
  const leaderPostId = record?.postId ?? carried.leaderPostId;
  const requirements = carried.requirements.map((one) => ({ ...one, atPostId: null }));
  const inspection = { ...carried, leaderPostId, team: [leaderPostId], requirements };
  const agenda = requirements
    .filter(({ status }) => status === 'open')
    .map((one) => goingOn(one, REQUIREMENT_STEP, context));
  return [{ type: 'InspectionTakenOver', data: { fromOffice, document, inspection, agenda } }];
}
