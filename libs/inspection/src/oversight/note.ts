import { dueOf, keepingSaid, type Saying } from '#deadline/agenda';
import type { Aggregate } from '#event-store';
import type { Day } from '#kernel';
import { AFTER, type Timed } from '#overdue';
import type { NoteEvent, Overseer } from './note.events.js';

export const NOTE_STATUSES = ['none', 'received', 'assigned', 'answered', 'transferred'] as const;
export type NoteStatus = (typeof NOTE_STATUSES)[number];

/** A note of whoever oversees (kiến nghị giám sát) as its events leave it; nothing in it that JSON could not hold. */
export interface OversightNote extends Timed, Saying {
  status: NoteStatus;
  overseer: Overseer;
  documentNumber: string;
  documentDate: Day;
  text: string;
  file: string | null;
  receivedAt: string | null;
  /** The one unit that answers; null while nobody was named. */
  unitId: string | null;
  answer: {
    documentNumber: string;
    text: string;
    done: string;
    by: string;
    at: string;
    late: boolean;
  } | null;
}

export const oversightNote: Aggregate<OversightNote, NoteEvent> = {
  kind: 'oversight-note',
  initial: {
    status: 'none',
    overseer: 'fatherland-front',
    documentNumber: '',
    documentDate: '',
    text: '',
    file: null,
    receivedAt: null,
    unitId: null,
    answer: null,
    occurrenceId: '',
    dueDay: '',
    due: '',
    reminded: false,
    missed: false,
    level: 0,
    atPostId: null,
  },
  evolve: keepingSaid(changed),
};

function changed(state: OversightNote, { type, data }: NoteEvent, at: Date): OversightNote {
  switch (type) {
    case 'OversightNoteReceived': {
      const { agenda, due: _due, awaits: _awaits, ...told } = data;
      const occurrenceId = agenda[0]?.occurrenceId ?? '';
      return {
        ...state,
        status: 'received',
        ...told,
        ...dueOf(data),
        occurrenceId,
        receivedAt: at.toISOString(),
      };
    }
    case 'OversightNoteAssigned':
      return { ...state, status: 'assigned', unitId: data.unitId };
    case 'OversightNoteAnswered': {
      const { agenda: _agenda, ...answer } = data;
      return { ...state, status: 'answered', answer: { ...answer, at: at.toISOString() } };
    }
    case 'OversightNoteReminded':
      return AFTER.Reminded(state);
    case 'OversightNoteMissed':
      return AFTER.Missed(state);
    case 'OversightNoteEscalated':
      return AFTER.Escalated(state, data);
    case 'OversightNoteDueSet':
      return AFTER.DueSet(state, data);
    case 'OversightNoteTransferred':
      return { ...state, status: 'transferred' };
    case 'OversightNoteTakenOver':
      return { ...state, ...data.note };
  }
}
