import type { Documents } from '#documents';
import { causedBy, type StoredEvent } from '#event-store';
import { derivedId } from '#kernel';
import type { Reaction } from '#projection';
import type { FormKind } from './form-facts.js';

/** Which forms an event calls for (Thông tư 01/2018/TT-VPCP). */
const CALLED_FOR: Readonly<Record<string, readonly FormKind[]>> = {
  DossierReceived: ['receipt'],
  // It goes along with the dossier from the first hand-over on.
  StepHandedOver: ['control'],
  DossierRefused: ['refusal'],
  SupplementRequested: ['supplement'],
  DossierRejected: ['refusal'],
  ApologyGiven: ['apology'],
};

/** A dossier has one control slip; of the other forms one for each event that calls for it. */
const formId = ({ eventId, subject }: StoredEvent, kind: FormKind): string =>
  derivedId(kind === 'control' ? subject : eventId, 'form', kind);

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
                documentId: formId(event, kind),
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
