import { causedBy, isOf, type EventOf, type StoredEvent } from '#event-store';
import { addDays, dayOf, whenRefused } from '#kernel';
import type { Commands, Office, Organisation } from '#organisation';
import { EndDuty, SharePerson, type PersonRecords } from '#persons';
import type { Reaction } from '#projection';
import { rulesOf } from './rules/one-stop-rules.js';
import { dossier, type Dossier } from './dossier/dossier.js';
import type { DossierEvent } from './dossier/dossier.events.js';
import type { Dossiers } from './dossiers.service.js';

const GIVES = 'StepHandedOver';
const ENDS = ['ResultReturned', 'DossierRejected', 'DossierWithdrawn', 'DossierStopped'];

/**
 * Duties in applicants' data come and go with their dossiers (R34), and it is said why: whoever one is handed over to has one
 * from then on, until the time for complaints is over after its end.
 */
export function dutiesInApplicants(
  dossiers: Dossiers,
  persons: PersonRecords,
  commands: Commands,
  organisation: Organisation,
): Reaction {
  return {
    name: 'duties_in_applicants',
    types: [GIVES, ...ENDS],
    async react(events) {
      for (const [office, own] of Map.groupBy(events, (event) => event.office)) {
        const states = await dossiers.behind(office, own);
        const standing = await organisation.current(office);
        await persons.warm(
          office,
          [...states.values()].flatMap(({ applicantId }) => applicantId ?? []),
        );
        const follow = async (state: Dossier | undefined, ofOne: StoredEvent[]) => {
          // One after another: what ends a duty comes after what gave it.
          for (const event of ofOne) await followed(commands, standing, state, event);
        };
        const bySubject = Map.groupBy(own, ({ subject }) => subject);
        await Promise.all([...bySubject].map(([id, ofOne]) => follow(states.get(id), ofOne)));
      }
    },
  };
}

async function followed(
  commands: Commands,
  office: Office,
  state: Dossier | undefined,
  event: StoredEvent,
): Promise<void> {
  if (!state?.applicantId || !isOf(dossier, event)) return;
  const reason = `hồ sơ ${state.work?.code ?? event.subject}`;
  const giving = event.type === GIVES ? givenBy(event, office, reason) : undefined;
  const envelope = causedBy(event, 'dossiers', 'R34', 'duty');
  const nobodyThere = whenRefused(undefined); // nobody is known there any more
  if (giving) await commands.send(SharePerson, envelope, state.applicantId, giving).catch(nobodyThere);
  if (event.type === GIVES) return;
  const until = addDays(dayOf(event.recordedAt), rulesOf(state, event.recordedAt).clock.complaintDays);
  // Before duties were given for a dossier, the reason named it.
  const ending = { grounds: [event.subject, reason], reason, until };
  await commands.send(EndDuty, envelope, state.applicantId, ending).catch(nobodyThere);
}

/** Nobody gives a duty to themselves: whoever keeps a dossier for its next step has what they had. */
function givenBy(
  { subject, data: { from, to } }: EventOf<DossierEvent, typeof GIVES>,
  { posts }: Office,
  reason: string,
): SharePerson | undefined {
  const unitId = posts.get(to.postId)?.unitId;
  return unitId === undefined || from.personId === to.personId ? undefined : { unitId, reason, for: subject };
}
