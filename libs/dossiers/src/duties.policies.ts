import { causedBy, isOf, type StoredEvent } from '#event-store';
import { addDays, dayOf, whenRefused } from '#kernel';
import type { Commands, Office, Organisation } from '#organisation';
import { AddDuty, EndDuty, type PersonRecords } from '#persons';
import type { Reaction } from '#projection';
import { rulesOf } from './rules/one-stop-rules.js';
import { dossier, type Dossier } from './dossier/dossier.js';
import { dutyHandedOver, reasonOf } from './dossier/handed-duty.js';
import type { Dossiers } from './dossiers.service.js';

const GIVES = 'StepHandedOver';
const ENDS = ['ResultReturned', 'DossierRejected', 'DossierWithdrawn', 'DossierStopped'];

/**
 * Duties in applicants' data go with their dossiers (R34), and it is said why: when the time for complaints is over after
 * their end. They came with the hand-over itself; one from before it brought them has its duty given here.
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
  const nobodyThere = whenRefused(undefined); // nobody is known there any more
  if (event.type === GIVES) {
    const giving = dutyHandedOver(state, event, event.subject, office);
    const adding = causedBy(event, 'dossiers', 'R34', 'duty-added');
    if (giving) await commands.send(AddDuty, adding, state.applicantId, giving).catch(nobodyThere);
    return;
  }
  const reason = reasonOf(state, event.subject);
  const envelope = causedBy(event, 'dossiers', 'R34', 'duty');
  const until = addDays(dayOf(event.recordedAt), rulesOf(state, event.recordedAt).clock.complaintDays);
  // Before duties were given for a dossier, the reason named it.
  const ending = { grounds: [event.subject, reason], reason, until };
  await commands.send(EndDuty, envelope, state.applicantId, ending).catch(nobodyThere);
}
