import {
  PRINT_TYPES,
  PrintRegister,
  print,
  qrCode,
  type DocumentQueries,
  type DocumentRow,
  type Documents,
  type PrintedDocument,
} from '#documents';
import { isOf, type EventStore, type StoredEvent } from '#event-store';
import { Refusal, derivedId, notFound, whenRefused, type Clock, type Day, type Envelope } from '#kernel';
import type { Accounts, Organisation } from '#organisation';
import type { Files, Persons } from '#persons';
import type { Secrets } from '#vault';
import { dossier } from '../dossier/dossier.js';
import { registerTooLong } from '../dossier/dossier.refusals.js';
import type { DossierQueries } from '../read/dossiers.queries.js';
import type { Dossiers } from '../dossiers.service.js';
import { rulesOf, type FormKind, type FormRule } from '../rules/one-stop-rules.js';
import { isForm, receiptAddress, type FormFacts } from './form-facts.js';
import { formOf, registerForm, type RegisterLine } from './forms.js';

export const FORMATS = ['pdf', 'docx'] as const;
export type Format = (typeof FORMATS)[number];

export interface Printed {
  name: string;
  type: string;
  bytes: Buffer;
}

const FACTS = ['name', 'address', 'phone', 'email'];
/** Which of a person's events registers them. */
const FIRST = 1;
/** A register prints at most this many lines; a longer period is printed in parts. */
const MOST_LINES = 2_000;
const AT_ONCE = 20;

/** Prints the forms of dossiers: what was once printed stays as it was, encrypted for whom it is about. */
export class Forms {
  constructor(
    private readonly store: EventStore,
    private readonly documents: Documents,
    private readonly documentQueries: DocumentQueries,
    private readonly dossierQueries: DossierQueries,
    private readonly dossiers: Dossiers,
    private readonly organisation: Organisation,
    private readonly accounts: Accounts,
    private readonly persons: Persons,
    private readonly files: Files,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    /** Where the service is reached from outside, without a slash at its end. */
    private readonly publicUrl: string,
  ) {}

  /** The forms of a dossier, oldest first, each as the rules of that dossier call it. */
  async of(office: string, dossierId: string): Promise<(DocumentRow & FormRule)[]> {
    const rows = await this.documentQueries.about(office, dossierId);
    return Promise.all(
      rows
        .flatMap((row) => (isForm(row.kind) ? [row] : []))
        .map(async (row) => ({
          ...row,
          ...(await this.#ruleOf(office, row)),
        })),
    );
  }

  /** A numbered form; refuses `not_found`, and `no_duty` to whoever has none in the applicant's data (R34). */
  async print(office: string, documentId: string, format: Format, actor: string): Promise<Printed> {
    const row = await this.documentQueries.one(office, documentId);
    if (!isForm(row.kind)) throw notFound();
    const { kind } = row;
    const { symbol } = await this.#ruleOf(office, row);
    const name = `${symbol}-${row.year}-${row.number}.${format}`;
    const fileId = derivedId(documentId, format);
    const purpose = `form ${row.kind} ${row.number}/${row.year}`;
    const kept = await this.#kept(office, fileId, { actor, purpose });
    if (kept) return { name, type: PRINT_TYPES[format], bytes: kept };
    if (kind === 'register')
      return {
        name,
        type: PRINT_TYPES[format],
        bytes: await this.#render(await this.#register(office, row, actor), format),
      };
    // The control slip grows with the dossier until that has ended.
    const whole = await this.#facts(office, row.about, kind === 'control' ? undefined : row.aboutVersion, {
      actor,
      purpose,
    });
    const bytes = await this.#render(formOf[kind]({ ...whole, number: row.number }), format);
    const { applicantId, status } = whole.state;
    const settled =
      kind !== 'control' ||
      !['in_progress', 'awaiting_supplement', 'paused', 'result_ready'].includes(status);
    if (settled && applicantId !== null)
      await this.files.keep(
        { office, actor, commandId: derivedId(fileId, 'kept') },
        applicantId,
        { fileId, name, bytes },
        whole.event.recordedAt,
      );
    return { name, type: PRINT_TYPES[format], bytes };
  }

  /** The apology as it would go out now, without a number: what the desk begins with. */
  async draft(office: string, dossierId: string, format: Format, actor: string): Promise<Printed> {
    const facts = await this.#facts(office, dossierId, undefined, { actor, purpose: 'draft of an apology' });
    if (facts.state.work?.apology !== 'owed') throw notFound();
    const bytes = await this.#render(formOf.apology(facts), format);
    const { symbol } = rulesOf(facts.state, this.clock.now()).forms.apology;
    return { name: `${symbol}.${format}`, type: PRINT_TYPES[format], bytes };
  }

  /** The QR code of a receipt, as an SVG image: for whoever has a duty in the applicant (R34). */
  async receiptCode(office: string, dossierId: string, actor: string): Promise<string> {
    const facts = await this.#facts(office, dossierId, undefined, { actor, purpose: 'receipt' });
    const address = receiptAddress(facts);
    if (address === undefined) throw notFound();
    return qrCode(address);
  }

  /** Gives the register of a period its number; refuses `register_too_long`. */
  async numberRegister(
    envelope: Envelope,
    from: Day,
    to: Day,
  ): Promise<{ documentId: string; position: number }> {
    const { office, commandId } = envelope;
    const rows = await this.dossierQueries.receivedBetween(office, from, to, MOST_LINES + 1);
    if (to < from || rows.length > MOST_LINES) throw registerTooLong({ most: MOST_LINES });
    const documentId = derivedId(commandId, 'register');
    const about = derivedId(office, 'register-of-dossiers');
    const done = await this.documents.number(
      envelope,
      { documentId, kind: 'register', about, aboutVersion: 0, details: { from, to } },
      undefined,
      PrintRegister,
    );
    return { documentId, position: done.position };
  }

  /** What a form is called; a register, which is about no one dossier, by the rules of the day it was numbered on. */
  async #ruleOf(office: string, { kind, about, numberedAt }: DocumentRow): Promise<FormRule> {
    const { state } = await this.dossiers.load(office, about);
    return rulesOf(state, numberedAt).forms[kind as FormKind];
  }

  async #kept(office: string, fileId: string, reading: { actor: string; purpose: string }) {
    try {
      return (await this.files.read(office, fileId, reading)).bytes;
    } catch (refused) {
      if (refused instanceof Refusal && refused.kind === notFound.kind) return undefined;
      throw refused;
    }
  }

  async #render(document: PrintedDocument, format: Format): Promise<Buffer> {
    return print({ document, format });
  }

  /** The dossier as it was at a version, or as it is. */
  async #facts(
    office: string,
    dossierId: string,
    version: number | undefined,
    reading: { actor: string; purpose: string },
  ): Promise<FormFacts> {
    const all = await this.store.readStream(office, dossierId);
    const events = all.filter((event) => event.version <= (version ?? Infinity));
    const event = events.at(-1);
    if (!event || event.kind !== 'dossier') throw notFound();
    const state = events.reduce(
      (sum, one) => (isOf(dossier, one) ? dossier.evolve(sum, one, one.recordedAt) : sum),
      dossier.initial,
    );
    const { applicantId } = state;
    const [applicant, opening] =
      applicantId === null
        ? [{}, undefined]
        : await Promise.all([
            this.persons.read(office, applicantId, FACTS, reading),
            this.#openingOf(office, applicantId),
          ]);
    return {
      ...(await this.#common(office)),
      state,
      events,
      event,
      applicant,
      opening,
      number: null,
      secret: this.secrets.secretFor(`${office}/dossier/${dossierId}`),
    };
  }

  async #openingOf(office: string, applicantId: string): Promise<string | undefined> {
    return this.persons.openingOf(await this.store.readVersion(office, applicantId, FIRST));
  }

  async #common(office: string) {
    const [standing, names] = await Promise.all([
      this.organisation.current(office),
      this.accounts.names(office),
    ]);
    return {
      office: standing,
      names,
      now: this.clock.now(),
      page: `${this.publicUrl}/public/${office}`,
    };
  }

  async #register(office: string, row: DocumentRow, actor: string): Promise<PrintedDocument> {
    const { from = '', to = '' } = row.details ?? {};
    const rows = await this.dossierQueries.receivedBetween(office, from, to, MOST_LINES);
    const lines: RegisterLine[] = [];
    for (let i = 0; i < rows.length; i += AT_ONCE)
      lines.push(
        ...(await Promise.all(
          rows
            .slice(i, i + AT_ONCE)
            .map(async (one) => ({ row: one, name: await this.#nameOf(office, one.applicant_id, actor) })),
        )),
      );
    const event = await this.#numberedBy(office, row);
    if (!event) throw notFound();
    return registerForm({ ...(await this.#common(office)), event, number: row.number }, { from, to }, lines);
  }

  /** A book of numbers has an event for each, so that the number is its version: one is read, not the book. */
  #numberedBy(office: string, { kind, year, number }: DocumentRow): Promise<StoredEvent | undefined> {
    return this.store.readVersion(office, this.documents.bookOf(office, kind, year), number);
  }

  /** The name, where the printer has a duty in it; the register is whole without it. */
  async #nameOf(office: string, personId: string | null, actor: string): Promise<string> {
    if (personId === null) return '';
    const reading = { actor, purpose: 'dossier register' };
    return (
      (await this.persons.read(office, personId, ['name'], reading).catch(whenRefused({ name: '' }))).name ??
      ''
    );
  }
}
