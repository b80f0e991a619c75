import { dueAnswer } from '#deadline';
import { canonicalCode, derivedId, inOffice, isoOffset, newId, whenRefused, type Envelope } from '#kernel';
import type { Commands, Organisation, Strangers } from '#organisation';
import { ChooseChannels, proofPage, type PersonRecords } from '#persons';
import type { Secrets } from '#vault';
import { isUUID } from 'class-validator';
import { RateDossier, type Rating } from './dossier/ending.js';
import type { Dossier } from './dossier/dossier.js';
import { lookupFailed, paymentLapsed, supplementNotAwaited } from './dossier/dossier.refusals.js';
import { BeginPayment } from './dossier/fee.js';
import { paymentOpen } from './dossier/payments.js';
import { AnswerOwnSupplement } from './dossier/supplement.js';
import { paymentShown } from './dossiers.answers.js';
import type { Dossiers } from './dossiers.service.js';
import type { Paper, SentPapers } from './sent-papers.js';
import type { DossierQueries, ShownDossier } from './read/dossiers.queries.js';
import type { DossierWords } from './words.js';

/** What a receipt says: the code, and the secret that only its holder knows. */
export interface Held {
  code: string;
  secret: string;
}

/** What the holder of a receipt may see and do, without an account (hồ sơ của mình). */
export class OwnDossiers {
  constructor(
    private readonly commands: Commands,
    private readonly queries: DossierQueries,
    private readonly words: DossierWords,
    private readonly strangers: Strangers,
    private readonly secrets: Secrets,
    private readonly dossiers: Dossiers,
    private readonly papers: SentPapers,
    private readonly people: PersonRecords,
    private readonly organisation: Organisation,
  ) {}

  /** What a receipt for a dossier says. Until there is a code the dossier's id stands for it. */
  receiptOf(office: string, dossierId: string, code = dossierId): Held {
    return { code, secret: this.secrets.secretFor(contextOf(office, dossierId)) };
  }

  /** How far a dossier is, in whichever office goes on with it; refuses `lookup_failed` and `too_many_requests`. */
  async lookUp(office: string, held: Held, address: string) {
    const { row, at } = await this.#find(office, held, address);
    await this.strangers.own(row.id, 'read');
    return inOffice(at, async () => {
      const { state } = await this.dossiers.load(at, row.id);
      return {
        ...progressOf(row),
        handledBy: at === office ? null : { office: at, name: (await this.organisation.current(at)).name },
        fee: feeOf(state, this.dossiers.now()),
        supplement: row.status === 'awaiting_supplement' ? supplementOf(state) : null,
        parcels: [...(state.work?.parcels ?? [])],
        told: await this.#toldAs(at, row.applicant_id),
      };
    });
  }

  async #toldAs(office: string, personId: string | null) {
    const told = personId === null ? undefined : (await this.people.toldAs(office, [personId])).get(personId);
    return told ? { channels: [...told.channels], messages: [...told.messages] } : null;
  }

  /** Which dossier it is, for whoever knows its secret. */
  async idOf(office: string, held: Held, address: string): Promise<string> {
    return (await this.#find(office, held, address)).row.id;
  }

  /** Begins to pay its fee online, or goes on with the payment that was begun (R23). */
  async beginPayment(envelope: Envelope, dossierId: string): Promise<PaymentToMake> {
    await this.strangers.own(dossierId, 'act');
    const office = await this.dossiers.whereIs(envelope.office, dossierId);
    return inOffice(office, async () => {
      const paymentId = derivedId(envelope.commandId, 'payment');
      const act = { ...envelope, office };
      const { version } = await this.commands.send(BeginPayment, act, dossierId, { paymentId });
      const { work } = await this.dossiers.loadAfter(office, dossierId, version);
      const open = work && paymentOpen(work, this.dossiers.now());
      if (!open) throw paymentLapsed();
      return { office, paymentId: open.paymentId, dossierCode: work.code, amount: work.procedure.fee };
    });
  }

  /** How it stands with the fee of a dossier whose holder has shown its secret before. */
  async feeOf(office: string, dossierId: string) {
    await this.strangers.own(dossierId, 'read');
    const at = await this.dossiers.whereIs(office, dossierId);
    const { state } = await inOffice(at, () => this.dossiers.load(at, dossierId));
    return feeOf(state, this.dossiers.now());
  }

  /**
   * Takes in what was asked for, sent from home: once, all of it, with a word to it in the vault. Answers when the result is
   * due now, and where what was said is proved unchanged.
   */
  async answerSupplement(
    envelope: Envelope,
    held: Held,
    { text, papers }: { text: string | undefined; papers: readonly Paper[] },
    address: string,
  ) {
    const { row, at: office } = await this.#find(envelope.office, held, address);
    const { id: dossierId, applicant_id: personId } = row;
    await this.strangers.own(dossierId, 'act');
    if (personId === null) throw supplementNotAwaited();
    const act = { ...envelope, office };
    return inOffice(office, async () => {
      const { components, attaching } = await this.papers.takeIn(
        act,
        { dossierId, personId },
        papers,
        address,
      );
      const said =
        text === undefined
          ? { envelope: act, committed: {}, opening: undefined }
          : await this.words.entrust(act, 'SupplementAnswered', personId, text);
      const answer = { components, ...said.committed };
      const { version } = await this.commands.send(
        AnswerOwnSupplement,
        said.envelope,
        dossierId,
        answer,
        undefined,
        attaching,
      );
      const { work } = await this.dossiers.loadAfter(office, dossierId, version);
      return {
        ...dueAnswer(work ?? { due: null }),
        proof: said.opening ? proofPage(office, dossierId, said.opening(version, dossierId)) : null,
      };
    });
  }

  /** Rates the service, once (R24). */
  async rate(
    envelope: Envelope,
    held: Held,
    { score, comment, answers = [] }: Rating,
    address: string,
  ): Promise<number> {
    const { row, at } = await this.#find(envelope.office, held, address);
    const { id, applicant_id: applicantId } = row;
    await this.strangers.own(id, 'act');
    const act = { ...envelope, office: at };
    return inOffice(at, async () => {
      const said =
        comment === undefined
          ? { envelope: act, committed: {} }
          : await this.words.entrust(act, 'DossierRated', applicantId, comment);
      const rating = { score, answers, ...said.committed };
      return (await this.commands.send(RateDossier, said.envelope, id, rating)).version;
    });
  }

  /** Says how its owner wants to be told of a dossier. */
  async chooseChannels(
    envelope: Envelope,
    held: Held,
    { channels, messages, language }: ChooseChannels,
    address: string,
  ): Promise<void> {
    const { row, at } = await this.#find(envelope.office, held, address);
    const { id, applicant_id: personId } = row;
    await this.strangers.own(id, 'act');
    if (personId === null) return;
    const chosen = {
      channels,
      ...(messages === undefined ? {} : { messages }),
      ...(language === undefined ? {} : { language }),
    };
    const act = { ...envelope, office: at };
    await inOffice(at, () => this.commands.send(ChooseChannels, act, personId, chosen));
  }

  /**
   * The same answer for a code that is not there and a secret that is wrong: nobody learns which codes there are. A secret is
   * that of the office which the dossier was handed in to, also once another one goes on with it (R28).
   */
  async #find(office: string, { code: written, secret }: Held, address: string): Promise<Found> {
    const code = isUUID(written.trim()) ? written.trim().toLowerCase() : canonicalCode(written);
    await this.strangers.mayGuess(address);
    const found = isUUID(code)
      ? await this.queries.one(office, code).catch(whenRefused(undefined))
      : await this.queries.byCode(office, code);
    const id = found?.id ?? newId();
    const { of = office } = (await this.dossiers.load(office, id)).state;
    const own = this.secrets.isSecretOf(contextOf(of, id), secret);
    await this.strangers.guessed(address, found !== undefined && own);
    if (!found || !own) throw lookupFailed();
    const at = await this.dossiers.whereIs(office, id);
    if (at === office) return { row: found, at };
    const there = await inOffice(at, () => this.queries.one(at, id).catch(whenRefused(undefined)));
    return there ? { row: there, at } : { row: found, at: office };
  }
}

/** A dossier as it is listed, and the office in which it is. */
interface Found {
  row: ShownDossier;
  at: string;
}

const contextOf = (office: string, dossierId: string): string => `${office}/dossier/${dossierId}`;

/** What is to be paid, as the gateway is told of it. */
export interface PaymentToMake {
  /** The office that takes it. */
  office: string;
  paymentId: string;
  dossierCode: string;
  amount: number;
}

/** What is to be paid, and how it stands with that; null where nothing is, or not yet. */
const feeOf = ({ work }: Dossier, now: Date) =>
  work === null || work.procedure.fee === 0
    ? null
    : { amount: work.procedure.fee, settled: work.settledFee, payment: paymentShown(work, now) };

/** What its owner was asked for, and until when; null where that is not known. */
const supplementOf = ({ work }: Dossier) =>
  work?.asked
    ? { ...work.asked, answerBy: work.answerBy === null ? null : isoOffset(new Date(work.answerBy)) }
    : null;

/** How far a dossier is, for its owner: nobody's name is in it. */
function progressOf(row: ShownDossier) {
  const instant = (at: Date | null) => at && isoOffset(at);
  return {
    dossierId: row.id,
    code: row.code,
    status: row.status,
    procedure: row.procedure_name,
    step: row.step_name,
    submittedAt: instant(row.submitted_at),
    receivedAt: instant(row.received_at),
    ...dueAnswer(
      row.awaits_calendar === null || row.reappointed
        ? { due: (row.reappointed ?? row.due)?.toISOString() ?? null }
        : { due: null, awaits: row.awaits_calendar },
    ),
    endedAt: instant(row.ended_at),
    returnedAt: instant(row.returned_at),
    late: row.late,
    apologised: row.apologised_at !== null,
  };
}
