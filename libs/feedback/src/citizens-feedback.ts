import { dueAnswer } from '#deadline';
import { isoOffset, type Envelope } from '#kernel';
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

  /** One's own, as it stands; refuses `unknown_feedback` and `too_many_requests`. */
  async lookUp(office: string, held: HeldFeedback, address: string) {
    const { code } = held;
    await this.#requireOwn(office, held, address);
    await this.strangers.own(code, 'read');
    const row = await this.queries.one(office, code);
    const { state } = await this.records.load(office, code);
    return {
      status: state.status,
      ...dueAnswer(state),
      late: row?.late ?? false,
      answer: row?.answer ?? null,
      done: row?.done ?? null,
      doneOn: row?.doneOn ?? null,
      mayReopen: (state.status === 'answered' || state.status === 'published') && !state.reopened,
    };
  }

  /** Says why an answer does not do, once (R25). */
  async reopen(envelope: Envelope, held: HeldFeedback, text: string, address: string) {
    const { office } = envelope;
    const { code } = held;
    const { authorId } = await this.#requireOwn(office, held, address);
    await this.strangers.own(code, 'act');
    if (authorId === null) throw unknownFeedback();
    const entrusted = await this.persons.entrust(envelope, authorId, { objection: text });
    const said = { personId: authorId, commitment: entrusted.commitment };
    const done = await this.commands.send(ReopenFeedback, { ...envelope, entrusted }, code, said);
    const state = await this.records.loadAfter(office, code, done.version);
    const proof = proofPage(office, code, entrusted.opening(done.version, code));
    return { version: done.version, ...dueAnswer(state), proof };
  }

  /** The same answer for a code that is not there and a secret that is wrong. */
  async #requireOwn(office: string, { code, secret }: HeldFeedback, address: string): Promise<Feedback> {
    await this.strangers.mayGuess(address);
    const right = this.secrets.isSecretOf(contextOf(office, code), secret);
    await this.strangers.guessed(address, right);
    if (right) {
      const { state } = await this.records.load(office, code);
      if (state.status !== 'none') return state;
    }
    throw unknownFeedback();
  }
}

const contextOf = (office: string, feedbackId: string): string => `${office}/feedback/${feedbackId}`;
