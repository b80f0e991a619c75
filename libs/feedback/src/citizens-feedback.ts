import { dueAnswer } from '#deadline';
import { inOffice, isoOffset, type Envelope } from '#kernel';
import type { Commands, Organisation, Strangers } from '#organisation';
import { proofPage, type Persons } from '#persons';
import type { Secrets } from '#vault';
import type { FeedbackRecords } from './feedback.service.js';
import { ReopenFeedback, type SendFeedback } from './feedback/settle.js';
import type { Feedback } from './feedback/feedback.js';
import { unknownFeedback } from './feedback/feedback.refusals.js';
import type { FeedbackQueries } from './read/feedback.queries.js';
import { takeIn } from './take-in.js';

/** What whoever sent feedback was told: its code, and the secret that only they know. */
export interface HeldFeedback {
  code: string;
  secret: string;
}

/** What everybody may say and read without an account (gửi phản ánh, xem trả lời). */
export class CitizensFeedback {
  constructor(
    private readonly commands: Commands,
    private readonly records: FeedbackRecords,
    private readonly queries: FeedbackQueries,
    private readonly organisation: Organisation,
    private readonly persons: Persons,
    private readonly strangers: Strangers,
    private readonly secrets: Secrets,
  ) {}

  /** The answers published last. */
  async published(office: string, limit: number) {
    const [rows, { units }] = await Promise.all([
      this.queries.published(office, limit),
      this.organisation.current(office),
    ]);
    return rows.map(
      ({ id, kind, field, question, answer, done, doneOn, unitId, receivedAt, answeredAt, late }) => ({
        code: id,
        kind,
        field,
        question,
        answer,
        done,
        doneOn,
        unit: units.get(unitId ?? '')?.name ?? null,
        receivedAt: isoOffset(receivedAt),
        answeredAt: answeredAt && isoOffset(answeredAt),
        late,
      }),
    );
  }

  async send(envelope: Envelope, sent: SendFeedback) {
    const { office } = envelope;
    const standing = await this.organisation.current(office);
    const { feedbackId, due, proof } = await takeIn(
      this.commands,
      this.records,
      this.persons,
      standing,
      envelope,
      sent,
      'online',
    );
    const secret = this.secrets.secretFor(contextOf(office, feedbackId));
    return { ...dueAnswer(due), lookup: { code: feedbackId, secret }, proof };
  }

  /** One's own, as it stands in whichever office answers it now; refuses `unknown_feedback` and `too_many_requests`. */
  async lookUp(office: string, held: HeldFeedback, address: string) {
    const { code } = held;
    const { state, at } = await this.#requireOwn(office, held, address);
    await this.strangers.own(code, 'read');
    return inOffice(at, async () => {
      const row = await this.queries.one(at, code);
      return {
        status: state.status,
        answeredBy: at === office ? null : { office: at, name: (await this.organisation.current(at)).name },
        ...dueAnswer(state),
        late: row?.late ?? false,
        answer: row?.answer ?? null,
        done: row?.done ?? null,
        doneOn: row?.doneOn ?? null,
        mayReopen: (state.status === 'answered' || state.status === 'published') && !state.reopened,
      };
    });
  }

  /** Says why an answer does not do, once (R25). */
  async reopen(envelope: Envelope, held: HeldFeedback, text: string, address: string) {
    const { code } = held;
    const { state, at } = await this.#requireOwn(envelope.office, held, address);
    await this.strangers.own(code, 'act');
    const { authorId } = state;
    if (authorId === null) throw unknownFeedback();
    return inOffice(at, async () => {
      const act = { ...envelope, office: at };
      const entrusted = await this.persons.entrust(act, authorId, { objection: text });
      const said = { personId: authorId, commitment: entrusted.commitment };
      const done = await this.commands.send(ReopenFeedback, { ...act, entrusted }, code, said);
      const reopened = await this.records.loadAfter(at, code, done.version);
      const proof = proofPage(at, code, entrusted.opening(done.version, code));
      return { version: done.version, ...dueAnswer(reopened), proof };
    });
  }

  /**
   * Feedback whose code and secret somebody holds, and where it is answered now. The same answer for a code that is not there
   * and a secret that is wrong. The secret is that of the office that took it in, also once another one goes on with it.
   */
  async #requireOwn(office: string, { code, secret }: HeldFeedback, address: string): Promise<Held> {
    await this.strangers.mayGuess(address);
    const { state } = await this.records.load(office, code);
    const right = this.secrets.isSecretOf(contextOf(state.of?.office ?? office, code), secret);
    await this.strangers.guessed(address, right);
    if (!right || state.status === 'none') throw unknownFeedback();
    return this.#followed({ state, at: office }, code);
  }

  /** Where it has gone since, from one office that ended to the next. */
  async #followed(held: Held, code: string): Promise<Held> {
    const { toOffice: at } = held.state;
    if (at === null) return held;
    const { state } = await inOffice(at, () => this.records.load(at, code));
    return state.status === 'none' ? held : this.#followed({ state, at }, code); // none: still on its way
  }
}

/** Feedback as it stands, and the office in which it does. */
interface Held {
  state: Feedback;
  at: string;
}

const contextOf = (office: string, feedbackId: string): string => `${office}/feedback/${feedbackId}`;
