import { Coded, DayField, FileHash, Id, OneOf, Text, addDays, dayOf, derivedId, refusal } from '#kernel';
import { guarded, hasRole, holds, type ActContext, type Office } from '#organisation/office';
import {
  afterTheClock,
  ahead,
  begun,
  hasPassed,
  nothingMore,
  type Owned,
  passing,
  type TimeContext,
  type Told,
  unrecorded,
} from '#overdue';
import { answerableFor } from '../inspection/inspection.js';
import { OVERSEERS, type NoteEvent, type NotePassing, type Overseer } from './note.events.js';
import { oversightNote, type NoteStatus, type OversightNote } from './note.js';

export const unknownNote = refusal(
  'unknown_oversight_note',
  404,
  { vi: 'Không có kiến nghị giám sát này', en: 'There is no such note' },
  { vi: 'Kiểm tra lại mã.', en: 'Check the id.' },
);
export const noteState = refusal(
  'oversight_note_state',
  409,
  { vi: 'Kiến nghị giám sát đang ở trạng thái {status}', en: 'The note is {status}' },
  { vi: 'Việc này chỉ làm khi: {needed}.', en: 'This is done while: {needed}.' },
);
export const noteInvalid = refusal(
  'oversight_note_invalid',
  422,
  { vi: 'Kiến nghị giám sát chưa đúng', en: 'The note is not right' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);
export const notTheAnsweringUnit = refusal(
  'not_the_answering_unit',
  403,
  { vi: 'Việc này của bộ phận được giao trả lời', en: 'This is for the unit that is to answer' },
  {
    vi: 'Để người đứng đầu bộ phận đó hoặc lãnh đạo trả lời.',
    en: 'Leave it to its head or to the leaders.',
  },
);

/** What a decision on a note looks at besides it. */
export interface NoteContext extends TimeContext, Pick<ActContext, 'subject' | 'actor' | 'hand'> {}

/** Begins the names of its steps. */
export const NOTE_STEP = 'oversight/';

/** Calendar days in which it is answered (a setting; joint resolution 403/2017/NQLT, whose text was not read). */
export const ANSWER_DAYS = 15;

const NUMBER = /^\d{1,6}\/[\p{L}\d-]{1,40}$/u;

/** Receives a note of oversight (tiếp nhận kiến nghị giám sát): its time begins. */
export class ReceiveOversightNote {
  @OneOf({ description: 'Cơ quan giám sát · who oversees', values: OVERSEERS })
  overseer!: Overseer;

  @Coded({ description: 'Số, ký hiệu văn bản · number of the document', pattern: NUMBER, max: 50 })
  documentNumber!: string;

  @DayField({ description: 'Ngày văn bản · its date' })
  documentDate!: string;

  @Text({ description: 'Nội dung kiến nghị · what it says', min: 10, max: 5000 })
  text!: string;

  @FileHash({ description: 'SHA-256 của văn bản · hash of the document', optional: true })
  file?: string;
}

export function receiveOversightNote(
  state: OversightNote,
  { file, ...told }: ReceiveOversightNote,
  context: NoteContext,
): NoteEvent[] {
  if (state.status !== 'none') return [];
  const today = dayOf(context.now);
  if (told.documentDate > today)
    throw noteInvalid({ why: 'ngày văn bản ở phía trước · its date lies ahead' });
  const timed = begun(derivedId(context.subject, 'occurrence'), addDays(today, ANSWER_DAYS), context);
  const { dueDay, due, awaits } = timed;
  const until = { dueDay, due, ...(awaits === undefined ? {} : { awaits }) };
  const agenda = [ahead(timed, NOTE_STEP, context)];
  return [{ type: 'OversightNoteReceived', data: { ...told, file: file ?? null, ...until, agenda } }];
}

const standing =
  (...statuses: NoteStatus[]) =>
  (state: OversightNote): OversightNote => {
    if (state.status === 'none') throw unknownNote();
    if (!statuses.includes(state.status))
      throw noteState({ status: state.status, needed: statuses.join(', ') });
    return state;
  };

/** Names the unit that answers (giao trả lời). */
export class AssignOversightNote {
  @Id({ description: 'Bộ phận · unit' })
  unitId!: string;
}

export const assignOversightNote = guarded(
  standing('received', 'assigned'),
  (state, { unitId }: AssignOversightNote, { office }: NoteContext): NoteEvent[] => {
    const unit = office.units.get(unitId);
    if (!unit || unit.endedBy !== undefined)
      throw noteInvalid({ why: 'không có bộ phận này · no such unit' });
    return state.unitId === unitId ? [] : [{ type: 'OversightNoteAssigned', data: { unitId } }];
  },
);

/** Answers it (trả lời kiến nghị giám sát), with what was done. */
export class AnswerOversightNote {
  @Coded({ description: 'Số văn bản trả lời · number of the answer', pattern: NUMBER, max: 50 })
  documentNumber!: string;

  @Text({ description: 'Nội dung trả lời · answer', min: 20, max: 10_000 })
  text!: string;

  @Text({ description: 'Việc đã làm · what was done', min: 5, max: 2000 })
  done!: string;
}

/** Whoever keeps the register answers for it before a unit was named. */
const answering = ({ unitId }: OversightNote, office: Office): string | null =>
  unitId === null
    ? ([...office.posts.values()].find(({ roles }) => roles.includes('office-of-record'))?.postId ?? null)
    : answerableFor(office, unitId);

function forWhoeverAnswers(state: OversightNote, { office, actor }: NoteContext): OversightNote {
  const postId = answering(standing('received', 'assigned')(state), office);
  const isTheirs = postId !== null && holds(office, actor, postId);
  if (!isTheirs && !hasRole(office, actor, 'chairman', 'vice-chairman')) throw notTheAnsweringUnit();
  return state;
}

export const answerOversightNote = guarded(
  forWhoeverAnswers,
  (state, { documentNumber, text, done }: AnswerOversightNote, { now, hand }: NoteContext): NoteEvent[] => {
    const late = hasPassed(state.due, now);
    const data = { documentNumber, text, done, by: hand, late, agenda: [nothingMore(state)] };
    return [{ type: 'OversightNoteAnswered', data }];
  },
);

/** A step of a note's agenda that has fallen due; issued by the deadline worker alone. */
export class TakeOversightStep {
  step!: string;
}

const TOLD: Told<NotePassing> = {
  Reminded: (data) => ({ type: 'OversightNoteReminded', data }),
  Missed: (data) => ({ type: 'OversightNoteMissed', data }),
  Escalated: (data) => ({ type: 'OversightNoteEscalated', data }),
  DueSet: (data) => ({ type: 'OversightNoteDueSet', data }),
};

const owned = (state: OversightNote, { office }: NoteContext): Owned => ({
  owner: NOTE_STEP,
  running: state.status === 'received' || state.status === 'assigned',
  postId: answering(state, office),
  said: state.said,
});

/** What a step does now; nothing where it has no sense any more. */
export const takeOversightStep = (
  state: OversightNote,
  { step }: TakeOversightStep,
  context: NoteContext,
): NoteEvent[] =>
  context.office.succession ? [] : passing(state, owned(state, context), step, TOLD, context);

/** Decides what somebody does to a note whose time may have run out unseen: that is recorded first. */
export const seeingLateness = <C, X extends NoteContext>(
  decide: (state: OversightNote, command: C, context: X) => NoteEvent[],
) =>
  afterTheClock(
    (state: OversightNote, context: X) => unrecorded<NoteEvent>(state, owned(state, context), TOLD, context),
    oversightNote.evolve,
    decide,
  );
