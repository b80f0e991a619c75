import { AwaitedYear, unlessAwaited } from '#calendar';
import type { DueInstant } from '#deadline/agenda';
import { OneOf, Text, dayOf, type Day } from '#kernel';
import { guarded } from '#organisation/office';
import {
  afterTheClock,
  ahead,
  dueOn,
  hasPassed,
  nothingMore,
  passing,
  unrecorded,
  type Owned,
  type Told,
} from '#overdue';
import { rulesOf } from '../official/years-work.js';
import { gradeOf } from './deciding.js';
import { opened, underWay, type YearContext } from './opening.js';
import type { AppealPassing, YearEvent } from './year.events.js';
import { appealOccurrence, evaluationYear, type Appeal, type EvaluationYear } from './year.js';
import { alreadyAppealed, gradesSelf, noAppeal, notOwnGrade } from './year.refusals.js';

/** Begins the names of the steps of appeals. */
export const APPEAL_STEP = 'grade-appeal/';

/** Appeals against one's own grade (kiến nghị kết quả xếp loại): it is decided within seven working days. */
export class AppealGrade {
  @Text({ description: 'Nội dung kiến nghị · what is held against it', min: 10, max: 5000 })
  text!: string;
}

export const appealGrade = guarded(
  underWay,
  (state, { text }: AppealGrade, context: YearContext): YearEvent[] => {
    const { part: personId, actor } = context;
    gradeOf(state, personId);
    if (actor !== personId) throw notOwnGrade();
    if (state.appeals[personId]) throw alreadyAppealed();
    const occurrenceId = appealOccurrence(context.subject, personId);
    const until = decidedBy(state, dayOf(context.now), context);
    const agenda = [ahead({ occurrenceId, reminded: false, ...until }, APPEAL_STEP, context)];
    return [{ type: 'GradeAppealed', data: { personId, text, ...until, agenda } }];
  },
);

/** Until when an appeal of a day is decided; it waits where that needs a calendar that is not known yet. */
function decidedBy(state: EvaluationYear, from: Day, context: YearContext): DueInstant {
  const { appealDays } = rulesOf(opened(state).year);
  const day = unlessAwaited(() => context.calendar.addWorkingDays(from, appealDays));
  return day instanceof AwaitedYear ? { due: null, awaits: day.year } : dueOn(day, context);
}

/** Decides an appeal (trả lời kiến nghị); what it changes is changed by a new decision. */
export class DecideAppeal {
  @OneOf({ description: 'Chấp nhận kiến nghị · upheld', values: ['yes', 'no'] })
  upheld!: 'yes' | 'no';

  @Text({ description: 'Trả lời · the answer', min: 10, max: 5000 })
  text!: string;
}

export const decideAppeal = guarded(
  underWay,
  (state, { upheld, text }: DecideAppeal, { part: personId, actor, hand, now }: YearContext): YearEvent[] => {
    const appeal = state.appeals[personId];
    if (!appeal || appeal.decision) throw noAppeal();
    if (actor === personId || hand === personId) throw gradesSelf();
    const late = hasPassed(appeal.due, now);
    const agenda = [nothingMore(appeal)];
    return [
      {
        type: 'AppealDecided',
        data: { personId, upheld: upheld === 'yes', text, by: hand, late, agenda },
      },
    ];
  },
);

/** A step of an appeal's agenda that has fallen due; issued by the deadline worker alone. */
export class TakeAppealStep {
  occurrenceId!: string;
  step!: string;
}

const toldOf = ({ personId }: Appeal): Told<AppealPassing> => ({
  Reminded: (data) => ({ type: 'AppealReminded', data: { personId, ...data } }),
  Missed: (data) => ({ type: 'AppealMissed', data: { personId, ...data } }),
  Escalated: (data) => ({ type: 'AppealEscalated', data: { personId, ...data } }),
  DueSet: (data) => ({ type: 'AppealDueSet', data: { personId, ...data } }),
});

/** The chairman answers for an appeal. */
const ownedBy = ({ said }: EvaluationYear, { decision }: Appeal, { office }: YearContext): Owned => ({
  said,
  owner: APPEAL_STEP,
  running: decision === null,
  postId: [...office.posts.values()].find(({ roles }) => roles.includes('chairman'))?.postId ?? null,
});

/** What a step does now; nothing where it has no sense any more. */
export function takeAppealStep(
  state: EvaluationYear,
  { occurrenceId, step }: TakeAppealStep,
  context: YearContext,
): YearEvent[] {
  const appeal = Object.values(state.appeals).find((one) => one.occurrenceId === occurrenceId);
  if (!appeal || context.office.succession) return [];
  return passing(
    withItsDay(state, appeal, context),
    ownedBy(state, appeal, context),
    step,
    toldOf(appeal),
    context,
  );
}

/** The day by which it is decided comes from the calendar as it is now. */
function withItsDay(state: EvaluationYear, appeal: Appeal, context: YearContext): Appeal {
  const { due } = decidedBy(state, appeal.dueDay, context);
  return due === null ? appeal : { ...appeal, dueDay: dayOf(new Date(due)) };
}

/** Decides what somebody does to a year of which appeals may have run out unseen: that is recorded first. */
export const seeingLateness = <C, X extends YearContext>(
  decide: (state: EvaluationYear, command: C, context: X) => YearEvent[],
) =>
  afterTheClock(
    (state: EvaluationYear, context: X): YearEvent[] =>
      Object.values(state.appeals).flatMap((one) =>
        unrecorded<YearEvent>(one, ownedBy(state, one, context), toldOf(one), context),
      ),
    evaluationYear.evolve,
    decide,
  );
