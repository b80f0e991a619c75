import { derivedId, notFound, whenRefused, type Envelope } from '#kernel';
import type { Appended } from '#event-store';
import type { Commands, Organisation } from '#organisation';
import type { Persons, Reading } from '#persons';
import { NoteQuestion, type Question } from './dialogue/dialogue.js';
import type { Facts } from '#vault';
import type { FeedbackRecords } from './feedback.service.js';
import { registeringUnit } from './take-in.js';

/** What was asked; null once its asker was erased. */
export interface SaidQuestion {
  questionId: string;
  text: string | null;
}

/** Under this name a question's words are kept in the vault. */
const WORDS = 'question';

/** What citizens ask in a dialogue: in the vault, each under an id of its own that stands for its asker. */
export class DialogueQuestions {
  constructor(
    private readonly commands: Commands,
    private readonly records: FeedbackRecords,
    private readonly organisation: Organisation,
    private readonly persons: Persons,
  ) {}

  /** Notes a question: its words to the vault, with a duty for the unit that keeps the register, all in one act. */
  async note(envelope: Envelope, dialogueId: string, text: string): Promise<Appended> {
    await this.commands.requireRight(NoteQuestion, envelope, dialogueId);
    const askerId = derivedId(envelope.commandId, 'asker');
    const unitId = registeringUnit(await this.organisation.current(envelope.office));
    const registration = { ...envelope, commandId: derivedId(envelope.commandId, 'registration') };
    const { decision } = await this.persons.registration(registration, askerId, unitId, {});
    const entrusted = await this.persons.entrust(envelope, askerId, { [WORDS]: text });
    const fields = { personId: askerId, commitment: entrusted.commitment };
    const act = { ...envelope, entrusted };
    return this.commands.send(NoteQuestion, act, dialogueId, fields, undefined, [decision]);
  }

  /** All that was asked, in order; refuses `not_found`, and `no_duty` to whoever has none there (R34). */
  async of(office: string, dialogueId: string, reading: Reading): Promise<SaidQuestion[]> {
    const { state } = await this.records.loadDialogue(office, dialogueId);
    if (state.status === 'none') throw notFound();
    return Promise.all(state.questions.map((question) => this.#said(office, question, reading)));
  }

  async #said(
    office: string,
    { questionId, askerId, text }: Question,
    reading: Reading,
  ): Promise<SaidQuestion> {
    if (askerId === null) return { questionId, text };
    await this.persons.requireDuty(office, askerId, reading.actor);
    const words = await this.persons.read(office, askerId, [WORDS], reading).catch(whenRefused<Facts>({}));
    return { questionId, text: words[WORDS] ?? null }; // none: erased
  }
}
