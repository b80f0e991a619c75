import type { Aggregate } from '#event-store';
import {
  DayField,
  Id,
  OneOf,
  Text,
  TextList,
  Whole,
  dayOf,
  derivedId,
  formatDay,
  refusal,
  type Committed,
} from '#kernel';
import type { ActContext } from '#organisation/office';

export const DIALOGUE_PARTIES = ['citizens', 'businesses'] as const;

export interface Commitment {
  commitmentId: string;
  text: string;
  leadUnitId: string;
  dueDay: string;
  /** The area of the plan that the task goes to. */
  area: string;
  /** What the plan names as the deciding document. */
  document: string;
}

export type DialogueEvent =
  | {
      type: 'DialoguePlanned';
      data: {
        title: string;
        day: string;
        place: string;
        parties: string;
        chairPostId: string;
        agenda: string[];
      };
    }
  /** What was asked is in the vault, as its asker's words; `text`: in events from before. */
  | { type: 'DialogueQuestionNoted'; data: { questionId: string; text?: string } & Committed }
  | { type: 'DialogueHeld'; data: { attendees: number; minutes: string } }
  | { type: 'CommitmentMade'; data: Commitment & { answers: string | null } }
  | { type: 'DialogueCancelled'; data: { reason: string } }
  /** Its office ended before it was held: it goes on in the successor (R28). */
  | { type: 'DialogueTransferred'; data: { toOffice: string; document: string } }
  | {
      type: 'DialogueTakenOver';
      data: { fromOffice: string; document: string; title: string; day: string; dialogue: Dialogue };
    };

type Asked = Extract<DialogueEvent, { type: 'DialogueQuestionNoted' }>['data'];

/** A question, and under whose id its words are in the vault; before they were there, it had them itself. */
export interface Question {
  questionId: string;
  askerId: string | null;
  text: string | null;
}

/** `transferred`: its office ended, it goes on in the successor. */
export const DIALOGUE_STATUSES = ['none', 'planned', 'held', 'cancelled', 'transferred'] as const;

/** A session of dialogue between leaders and those they serve (hội nghị đối thoại). */
export interface Dialogue {
  status: (typeof DIALOGUE_STATUSES)[number];
  title: string;
  day: string;
  place: string;
  parties: string;
  agenda: readonly string[];
  questions: readonly Question[];
  commitments: readonly Commitment[];
  attendees: number | null;
  minutes: string | null;
}

export const dialogue: Aggregate<Dialogue, DialogueEvent> = {
  kind: 'dialogue',
  initial: {
    status: 'none',
    title: '',
    day: '',
    place: '',
    parties: '',
    agenda: [],
    questions: [],
    commitments: [],
    attendees: null,
    minutes: null,
  },
  evolve(state, { type, data }) {
    switch (type) {
      case 'DialoguePlanned': {
        const { chairPostId: _chair, ...session } = data;
        return { ...state, ...session, status: 'planned' };
      }
      case 'DialogueQuestionNoted':
        return { ...state, questions: [...state.questions, questionOf(data)] };
      case 'DialogueHeld':
        return { ...state, ...data, status: 'held' };
      case 'CommitmentMade':
        return { ...state, commitments: [...state.commitments, data] };
      case 'DialogueCancelled':
        return { ...state, status: 'cancelled' };
      case 'DialogueTransferred':
        return { ...state, status: 'transferred' };
      case 'DialogueTakenOver':
        return data.dialogue;
    }
  },
};

const questionOf = ({ questionId, personId, text }: Asked): Question => ({
  questionId,
  askerId: personId ?? null,
  text: text ?? null,
});

export const dialogueState = refusal(
  'dialogue_state',
  409,
  { vi: 'Buổi đối thoại đang ở trạng thái {status}', en: 'The dialogue is {status}' },
  { vi: 'Việc này chỉ làm khi: {needed}.', en: 'This is done while: {needed}.' },
);
export const commitmentInvalid = refusal(
  'commitment_invalid',
  422,
  { vi: 'Cam kết chưa giao được', en: 'The commitment can’t become a task' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);

/** Plans a session (lập lịch đối thoại). */
export class PlanDialogue {
  @Text({ description: 'Tên buổi đối thoại · title', min: 5, max: 300 })
  title!: string;

  @DayField({ description: 'Ngày · day' })
  day!: string;

  @Text({ description: 'Địa điểm · place', min: 3, max: 200 })
  place!: string;

  @OneOf({ description: 'Với ai · with whom', values: DIALOGUE_PARTIES })
  parties!: string;

  @Id({ description: 'Người chủ trì · the post that presides' })
  chairPostId!: string;

  @TextList({ description: 'Nội dung · agenda', max: 30 })
  agenda!: string[];
}

export function planDialogue(
  state: Dialogue,
  command: PlanDialogue,
  { office, now }: ActContext,
): DialogueEvent[] {
  if (state.status !== 'none') return [];
  if (!office.posts.has(command.chairPostId))
    throw commitmentInvalid({ why: 'không có vị trí chủ trì này · no such post' });
  if (command.day < dayOf(now)) throw commitmentInvalid({ why: 'ngày đã qua · the day has passed' });
  return [{ type: 'DialoguePlanned', data: { ...command } }];
}

/** A question as it was asked, without its asker's data. */
export class AskedQuestion {
  @Text({ description: 'Câu hỏi · question', min: 5, max: 2000 })
  text!: string;
}

/** Notes a question (ghi câu hỏi); its words are in the vault, under an id that stands for its asker. */
export class NoteQuestion implements Committed {
  personId!: string;
  commitment!: string;
}

export function noteQuestion(
  state: Dialogue,
  { personId, commitment }: NoteQuestion,
  { subject }: ActContext,
): DialogueEvent[] {
  requireState(state, 'planned', 'held');
  const questionId = derivedId(subject, 'question', state.questions.length);
  return [{ type: 'DialogueQuestionNoted', data: { questionId, personId, commitment } }];
}

/** Records that it took place (biên bản). */
export class HoldDialogue {
  @Whole({ description: 'Số người dự · attendees', min: 1, max: 100_000 })
  attendees!: number;

  @Text({ description: 'Biên bản · minutes', min: 20, max: 20_000 })
  minutes!: string;
}

export function holdDialogue(
  state: Dialogue,
  { attendees, minutes }: HoldDialogue,
  { now }: ActContext,
): DialogueEvent[] {
  requireState(state, 'planned');
  if (dayOf(now) < state.day)
    throw dialogueState({ status: 'chưa đến ngày · before its day', needed: formatDay(state.day) });
  return [{ type: 'DialogueHeld', data: { attendees, minutes } }];
}

/** Promises something (cam kết): it becomes a task of the plan, with a lead and a deadline. */
export class NewCommitment {
  @Text({ description: 'Cam kết · commitment', min: 10, max: 1000 })
  text!: string;

  @Id({ description: 'Bộ phận chủ trì · the accountable unit' })
  leadUnitId!: string;

  @DayField({ description: 'Hạn · due day' })
  dueDay!: string;

  @Text({ description: 'Lĩnh vực của kế hoạch · area of the plan', max: 20 })
  area!: string;

  @Id({ description: 'Trả lời câu hỏi · the question it answers', optional: true })
  questionId?: string;
}

/** A promise, and the areas of the approved plan of its year; null where there is none that could take a task. */
export class MakeCommitment extends NewCommitment {
  areas!: readonly string[] | null;
}

export function makeCommitment(
  state: Dialogue,
  { text, leadUnitId, dueDay, area, questionId, areas }: MakeCommitment,
  { office, now, subject }: ActContext,
): DialogueEvent[] {
  requireState(state, 'held');
  const refuse = (why: string) => commitmentInvalid({ why });
  const unit = office.units.get(leadUnitId);
  if (!unit || unit.endedBy !== undefined) throw refuse('không có bộ phận này · no such unit');
  if (dueDay <= dayOf(now)) throw refuse('hạn phải ở phía trước · the day must lie ahead');
  if (areas === null)
    throw refuse(`năm ${dueDay.slice(0, 4)} chưa có kế hoạch được duyệt · no approved plan`);
  if (!areas.includes(area)) throw refuse('lĩnh vực không có trong kế hoạch · no such area');
  if (questionId !== undefined && !state.questions.some((one) => one.questionId === questionId))
    throw refuse('không có câu hỏi này · no such question');
  const commitmentId = derivedId(subject, 'commitment', state.commitments.length);
  const document = `BB đối thoại ${formatDay(state.day)}`;
  const data = { commitmentId, text, leadUnitId, dueDay, area, document, answers: questionId ?? null };
  return [{ type: 'CommitmentMade', data }];
}

export class CancelDialogue {
  @Text({ description: 'Lý do · reason', min: 5, max: 1000 })
  reason!: string;
}

export function cancelDialogue(state: Dialogue, { reason }: CancelDialogue): DialogueEvent[] {
  requireState(state, 'planned');
  return [{ type: 'DialogueCancelled', data: { reason } }];
}

function requireState(state: Dialogue, ...statuses: Dialogue['status'][]): void {
  if (!statuses.includes(state.status))
    throw dialogueState({ status: state.status, needed: statuses.join(', ') });
}
