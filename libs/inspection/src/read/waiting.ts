import { MOST_WAITING, type Waiting, type WaitingFor } from '#capability';
import { hasRole, holds, postsOf, type Office } from '#organisation';
import { KIND_WORDS } from '../inspection.words.js';
import { answerableFor, type Inspection } from '../inspection/inspection.js';
import type { OversightNote } from '../oversight/note.js';
import type { InspectionQueries, Listed, WaitingRequirement } from './inspection.queries.js';

const leads = (state: Office, personId: string, unitId: string): boolean => {
  const postId = answerableFor(state, unitId);
  return postId !== null && holds(state, personId, postId);
};

const aboutRequirement =
  (state: Office, personId: string) =>
  ({ inspectionId, unitId, text, status, due, team }: WaitingRequirement): Waiting[] => {
    const isTheirs = leads(state, personId, unitId);
    const isOfTeam = team.some((postId) => postsOf(state, personId).some((post) => post.postId === postId));
    const need = status === 'open' ? isTheirs && 'do' : !isTheirs && isOfTeam && 'decide';
    if (need === false) return [];
    const until = status === 'open' ? due : null;
    return [
      { kind: 'inspection', subject: inspectionId, number: null, title: text, part: null, need, due: until },
    ];
  };

/** The unit is to be heard on what was recorded; then leaders conclude. */
const aboutInspection =
  (state: Office, personId: string) =>
  ({ id: subject, state: own }: Listed<Inspection>): Waiting[] => {
    if (own.status !== 'recorded') return [];
    const unheard = own.opinion === null && leads(state, personId, own.unitId);
    const concludes = own.opinion !== null && hasRole(state, personId, 'chairman', 'vice-chairman');
    if (!unheard && !concludes) return [];
    const title = `${KIND_WORDS[own.kind].vi}: ${state.units.get(own.unitId)?.name ?? ''}`;
    const need = unheard ? 'do' : 'decide';
    return [{ kind: 'inspection', subject, number: null, title, part: null, need, due: null }];
  };

const aboutNote =
  (state: Office, personId: string) =>
  ({ id: subject, state: own }: Listed<OversightNote>): Waiting[] => {
    const unassigned = own.unitId === null && hasRole(state, personId, 'office-of-record');
    if (!unassigned && !(own.unitId !== null && leads(state, personId, own.unitId))) return [];
    const due = own.due === null ? null : new Date(own.due);
    const { documentNumber: number, text: title } = own;
    return [
      { kind: 'oversight-note', subject, number, title, part: null, need: unassigned ? 'decide' : 'do', due },
    ];
  };

/** What inspections and oversight wait for: remedies and their verification, the unit's word, conclusions, answers. */
export const inspectionsWaiting =
  (queries: InspectionQueries): WaitingFor =>
  async ({ office, state, personId }) => {
    const limit = MOST_WAITING;
    const [requirements, inspections, notes] = await Promise.all([
      queries.waiting(office, limit),
      queries.list(office, { status: 'open', limit }),
      queries.notes(office, { status: 'open', limit }),
    ]);
    return [
      ...requirements.flatMap(aboutRequirement(state, personId)),
      ...inspections.items.flatMap(aboutInspection(state, personId)),
      ...notes.items.flatMap(aboutNote(state, personId)),
    ];
  };
