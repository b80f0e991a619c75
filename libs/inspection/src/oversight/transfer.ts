import { successorOf, type Office } from '#organisation/office';
import { goingOn, nothingMore } from '#overdue';
import { NOTE_STEP, type NoteContext } from './note.acts.js';
import type { NoteEvent } from './note.events.js';
import type { NoteStatus, OversightNote } from './note.js';

/** Lets a note that was not answered go to the office that takes this one over (R28). */
export class TransferOversightNote {}

const isOpen = ({ status }: OversightNote): boolean => status === 'received' || status === 'assigned';

export function transferOversightNote(
  state: OversightNote,
  _command: TransferOversightNote,
  { office: { succession } }: NoteContext,
): NoteEvent[] {
  if (!succession || !isOpen(state)) return [];
  const { successor: toOffice, document } = succession;
  return [{ type: 'OversightNoteTransferred', data: { toOffice, document, agenda: [nothingMore(state)] } }];
}

/** A note as it goes along: the heir of the unit that was to answer answers. */
export function carriedNote(state: OversightNote, office: Office): OversightNote | undefined {
  const { succession } = office;
  if (!succession) return undefined;
  const unitId = state.unitId === null ? null : (successorOf(office, state.unitId)?.unitId ?? state.unitId);
  const heir = succession.heirs.find((one) => one.unitId === unitId)?.heirUnitId ?? null;
  const status: NoteStatus = heir === null ? 'received' : 'assigned';
  return { ...state, status, unitId: heir };
}

/** Takes it over: its time and its lateness go on. */
export class TakeOverOversightNote {
  fromOffice!: string;
  document!: string;
  carried!: OversightNote;
}

export function takeOverOversightNote(
  state: OversightNote,
  { fromOffice, document, carried }: TakeOverOversightNote,
  context: NoteContext,
): NoteEvent[] {
  if (state.status !== 'none' || carried.status === 'none') return [];
  const note = { ...carried, atPostId: null };
  const agenda = [goingOn(note, NOTE_STEP, context)];
  return [{ type: 'OversightNoteTakenOver', data: { fromOffice, document, note, agenda } }];
}
