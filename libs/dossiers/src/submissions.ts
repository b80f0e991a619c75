import { derivedId, type Envelope } from '#kernel';
import { oneStopUnit, type Commands, type Organisation } from '#organisation';
import { factsOf, type ChooseChannels, type Files, type PersonFacts, type Persons } from '#persons';
import { SubmitDossier, fileIdsOf, type ComponentHandedIn } from './dossier/reception.js';
import { dossierOf } from './dossiers.commands.js';
import type { Dossiers } from './dossiers.service.js';
import type { Held, OwnDossiers } from './own-dossiers.js';
import type { Paper, SentPapers } from './sent-papers.js';

/** What is handed in from outside, and whose it is. */
export interface Submission {
  procedureCode: string;
  components: ComponentHandedIn[];
  applicant: PersonFacts;
  notifications?: ChooseChannels;
  /** Papers that come along as files. */
  papers?: readonly Paper[];
}

/** What was taken in, what its receipt says, and where its giver can check that what they gave is unchanged. */
export interface Submitted {
  dossierId: string;
  lookup: Held;
  proof?: string;
}

/** Takes dossiers in that are handed in online (nộp trực tuyến), each with whose it is, all in one act. */
export class Submissions {
  constructor(
    private readonly commands: Commands,
    private readonly dossiers: Dossiers,
    private readonly organisation: Organisation,
    private readonly persons: Persons,
    private readonly files: Files,
    private readonly own: OwnDossiers,
    private readonly papers: SentPapers,
  ) {}

  async submit(
    envelope: Envelope,
    { procedureCode, components, applicant, notifications, papers = [] }: Submission,
  ): Promise<Submitted> {
    const { office, commandId } = envelope;
    const [dossierId, personId] = [dossierOf(commandId), derivedId(commandId, 'applicant')];
    const desk = oneStopUnit(await this.organisation.current(office));
    await this.dossiers.requireProcedure(office, procedureCode);
    const attaching = await this.files.attaching(envelope, { dossierId, personId }, fileIdsOf(components));
    const sent = await this.papers.takeIn(
      envelope,
      { dossierId, personId },
      papers,
      envelope.clientAddress ?? '',
    );
    const { decision, ...proof } = await this.persons.registration(
      { ...envelope, commandId: derivedId(commandId, 'registration') },
      personId,
      desk?.unitId ?? '',
      factsOf(applicant),
      notifications,
    );
    const submitted = {
      procedureCode,
      components: [...components, ...sent.components],
      applicantId: personId,
    };
    await this.commands.send(SubmitDossier, envelope, dossierId, submitted, undefined, [
      decision,
      ...attaching,
      ...sent.attaching,
    ]);
    return { dossierId, lookup: this.own.receiptOf(office, dossierId), ...proof };
  }
}
