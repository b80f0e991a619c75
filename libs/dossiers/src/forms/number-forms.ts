import type { Documents } from '#documents';
import { causedBy } from '#event-store';
import { derivedId } from '#kernel';
import type { Reaction } from '#projection';
import type { FormKind } from './form-facts.js';

/** Which forms an event calls for (Thông tư 01/2018/TT-VPCP). */
const CALLED_FOR: Readonly<Record<string, readonly FormKind[]>> = {
  DossierReceived: ['receipt', 'control'],
  DossierRefused: ['refusal'],
  SupplementRequested: ['supplement'],
  DossierRejected: ['refusal'],
  ApologyGiven: ['apology'],
};

export const formId = (eventId: string, kind: FormKind): string => derivedId(eventId, 'form', kind);

/** Gives each form its number as soon as it is called for (R33); it is printed when somebody wants it. */
export function numberForms(documents: Documents): Reaction {
  return {
    name: 'number_forms',
    types: Object.keys(CALLED_FOR),
    async react(events) {
      await Promise.all(
        events.flatMap((event) =>
          (CALLED_FOR[event.type] ?? []).map((kind) =>
            documents.number(
              causedBy(event, 'documents', 'R33', kind),
              {
                documentId: formId(event.eventId, kind),
                kind,
                about: event.subject,
                aboutVersion: event.version,
              },
              event.recordedAt,
            ),
          ),
        ),
      );
    },
  };
}
