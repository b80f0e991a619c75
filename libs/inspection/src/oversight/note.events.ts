import type { AgendaItem, DueInstant } from '#deadline/agenda';
import type { Day } from '#kernel';
import type { Passing } from '#overdue';
import type { OversightNote } from './note.js';

/** Who oversees: the Fatherland Front, the People's Council, another body of the people's (Ban Thanh tra nhân dân). */
export const OVERSEERS = ['fatherland-front', 'peoples-council', 'peoples-inspection'] as const;
export type Overseer = (typeof OVERSEERS)[number];

type WithAgenda<T> = T & { agenda: AgendaItem[] };

/** Events of the time in which a note is answered. */
export type NotePassing = {
  [K in keyof Passing]: { type: `OversightNote${K}`; data: Passing[K] };
}[keyof Passing];

export type NoteEvent =
  | {
      type: 'OversightNoteReceived';
      data: WithAgenda<
        DueInstant & {
          overseer: Overseer;
          documentNumber: string;
          documentDate: Day;
          text: string;
          /** The hash of the document, where it was handed in. */
          file: string | null;
          dueDay: Day;
        }
      >;
    }
  | { type: 'OversightNoteAssigned'; data: { unitId: string } }
  | {
      type: 'OversightNoteAnswered';
      data: WithAgenda<{ documentNumber: string; text: string; done: string; by: string; late: boolean }>;
    }
  | NotePassing
  | { type: 'OversightNoteTransferred'; data: WithAgenda<{ toOffice: string; document: string }> }
  | {
      type: 'OversightNoteTakenOver';
      data: WithAgenda<{ fromOffice: string; document: string; note: OversightNote }>;
    };

/** The types whose data carry an agenda. */
export const noteAgendaTypes: readonly NoteEvent['type'][] = [
  'OversightNoteReceived',
  'OversightNoteAnswered',
  'OversightNoteReminded',
  'OversightNoteMissed',
  'OversightNoteEscalated',
  'OversightNoteDueSet',
  'OversightNoteTransferred',
  'OversightNoteTakenOver',
];
