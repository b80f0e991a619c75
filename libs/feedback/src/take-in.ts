import { dueOf } from '#deadline';
import { derivedId, type Envelope } from '#kernel';
import { hasRole, type Commands, type Office } from '#organisation';
import { proofPage, type Persons } from '#persons';
import { feedbackOf } from './feedback.commands.js';
import type { FeedbackRecords } from './feedback.service.js';
import type { FeedbackChannel } from './feedback/feedback.events.js';
import { ReceiveFeedback, type SendFeedback } from './feedback/settle.js';

/** Under these names what was written is kept in the vault. */
export const WORDS = ['feedback', 'objection'] as const;

/** The unit that keeps the register of what citizens say. */
export function registeringUnit(office: Office): string {
  const registrar = [...office.holders.entries()].find(([, personId]) =>
    hasRole(office, personId, 'office-of-record'),
  );
  return office.posts.get(registrar?.[0] ?? '')?.unitId ?? [...office.units.keys()][0] ?? '';
}

/** Takes feedback in: its author and words to the vault, with a duty for the unit that keeps the register, all in one act. */
export async function takeIn(
  commands: Commands,
  records: FeedbackRecords,
  persons: Persons,
  office: Office,
  envelope: Envelope,
  { text, kind, about, ...author }: SendFeedback,
  channel: FeedbackChannel,
) {
  const { commandId } = envelope;
  const [feedbackId, authorId] = [feedbackOf(commandId), derivedId(commandId, 'author')];
  const unitId = registeringUnit(office);
  const facts = Object.fromEntries(
    Object.entries({ ...author, feedback: text }).filter(([, value]) => value !== undefined),
  );
  const registration = { ...envelope, commandId: derivedId(commandId, 'registration') };
  const { decision } = await persons.registration(registration, authorId, unitId, {});
  const entrusted = await persons.entrust(envelope, authorId, facts);
  const { commitment } = entrusted;
  const command = {
    authorId,
    personId: authorId,
    commitment,
    channel,
    kind: kind ?? null,
    about: about ?? null,
  };
  const done = await commands.send(
    ReceiveFeedback,
    { ...envelope, entrusted },
    feedbackId,
    command,
    undefined,
    [decision],
  );
  const state = await records.loadAfter(envelope.office, feedbackId, done.version);
  const proof = proofPage(envelope.office, feedbackId, entrusted.opening(done.version, feedbackId));
  return { ...done, feedbackId, due: dueOf(state), proof };
}
