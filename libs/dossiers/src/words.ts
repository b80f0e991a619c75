import type { EventStore, StoredEvent } from '#event-store';
import { isoOffset, notFound, type Committed, type Envelope } from '#kernel';
import type { Persons, Reading } from '#persons';
import type { Entrusted } from '#vault';
import type { Dossiers } from './dossiers.service.js';
import { applicantMissing } from './dossier/dossier.refusals.js';

/** What is said about a dossier, by its applicant or of them, by the event that tells of it, and where an event of before has it. */
const SAID = {
  DossierRated: { kind: 'comment', before: 'comment' },
  ContactLogged: { kind: 'contact', before: 'text' },
  DossierWithdrawn: { kind: 'withdrawal', before: 'reason' },
  FeeExempted: { kind: 'exemption', before: 'reason' },
  StepHandedOver: { kind: 'note', before: 'note' },
  SupplementAnswered: { kind: 'supplement', before: null },
} as const;
export type Telling = keyof typeof SAID;

export interface SaidOfDossier {
  kind: (typeof SAID)[Telling]['kind'];
  at: string;
  text: string;
}

/** Each act's words are a fact of their own: what was said once is not what was said before, corrected. */
const nameOf = (type: Telling, actId: string): string => `${SAID[type].kind}:${actId}`;

const isTelling = (type: string): type is Telling => type in SAID;

/** What is said about dossiers (lời về hồ sơ): in the applicant's part of the vault, read by those with a duty there. */
export class DossierWords {
  constructor(
    private readonly store: EventStore,
    private readonly dossiers: Dossiers,
    private readonly persons: Persons,
  ) {}

  /** Puts words into the vault as part of an act: its envelope, and what its event says of them. Refuses `applicant_missing`. */
  async entrust(
    envelope: Envelope,
    type: Telling,
    applicantId: string | null,
    text: string,
  ): Promise<{ envelope: Envelope; committed: Committed; opening: Entrusted['opening'] }> {
    if (applicantId === null) throw applicantMissing();
    const words = { [nameOf(type, envelope.commandId)]: text };
    const entrusted = await this.persons.entrust(envelope, applicantId, words);
    return {
      envelope: { ...envelope, entrusted },
      committed: { personId: applicantId, commitment: entrusted.commitment },
      opening: (version, stream) => entrusted.opening(version, stream),
    };
  }

  /** All that was said about a dossier, oldest first; refuses `not_found`, and `no_duty` to whoever has none there (R34). */
  async of(office: string, dossierId: string, reading: Reading): Promise<SaidOfDossier[]> {
    const { applicantId } = (await this.dossiers.load(office, dossierId)).state;
    if (applicantId === null) throw notFound();
    const events = await this.store.readStream(office, dossierId);
    const telling = events.filter(({ type }) => isTelling(type));
    const names = telling.map(({ type, commandId }) => nameOf(type as Telling, commandId));
    const facts = await this.persons.read(office, applicantId, names, reading);
    return telling.flatMap((event) => said(event, facts) ?? []);
  }
}

function said(
  { type, data, commandId, recordedAt }: StoredEvent,
  facts: Record<string, string>,
): SaidOfDossier | undefined {
  if (!isTelling(type)) return undefined;
  const { kind, before } = SAID[type];
  const text = facts[nameOf(type, commandId)] ?? (before === null ? undefined : data[before]);
  return typeof text === 'string' ? { kind, at: isoOffset(recordedAt), text } : undefined;
}
