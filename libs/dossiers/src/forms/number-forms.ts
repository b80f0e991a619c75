import type { Documents } from '#documents';
import { causedBy, type StoredEvent } from '#event-store';
import { derivedId } from '#kernel';
import type { Reaction } from '#projection';
import type { FormKind } from '../rules/one-stop-rules.js';

/** Which forms an event calls for. */
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
      for (const [office, own] of Map.groupBy(events, (event) => event.office)) {
        const called = new Map<string, { event: StoredEvent; kind: FormKind }>();
        for (const event of own)
          for (const kind of CALLED_FOR[event.type] ?? []) {
            const id = formId(event, kind);
            if (!called.has(id)) called.set(id, { event, kind });
          }
        const open = await documents.unnumbered(office, [...called.keys()]);
        await Promise.all(
          [...called]
            .filter(([documentId]) => open.has(documentId))
            .map(([documentId, { event, kind }]) =>
              documents.number(
                causedBy(event, 'documents', 'R33', kind),
                { documentId, kind, about: event.subject, aboutVersion: event.version },
                event.recordedAt,
              ),
            ),
        );
      }
    },
  };
}
