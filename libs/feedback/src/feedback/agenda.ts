import { AwaitedYear, unlessAwaited } from '#calendar';
import { awaiting, dueInstant, type AgendaItem, type DueInstant } from '#deadline/agenda';
import { addDays, dayOf, derivedId, type Day } from '#kernel';
import type { ActContext } from '#organisation/office';
import type { Watched } from '#overdue';
import type { Feedback } from './feedback.js';

/** Settings of feedback, each with its source. */
export interface FeedbackSettings {
  /** Working days in which it is answered (Nghị định 20/2008; a setting). */
  workingDays: number;
  /** Working days in which another body's is passed on (Nghị định 20/2008, art. 9). */
  passOnWorkingDays: number;
  /** Working days before the end at which the answering unit is warned. */
  warnWorkingDays: number;
  /** Calendar days in which an answer may be objected to. */
  reopenDays: number;
  /** Working days at each level of escalation, counted from the level before. */
  escalation: number[];
}

export const FEEDBACK_SETTINGS: FeedbackSettings = {
  workingDays: 15,
  passOnWorkingDays: 5,
  warnWorkingDays: 3,
  reopenDays: 30,
  escalation: [1, 2, 3, 5],
};

/** What a decision on feedback looks at besides it. */
export interface FeedbackContext extends Pick<ActContext, 'actor' | 'now' | 'office' | 'calendar'> {
  feedbackId: string;
  settings: FeedbackSettings;
}

/** Steps of feedback's agenda carry this before their names. */
export const FEEDBACK_STEP = 'feedback/';

export const occurrenceId = (feedbackId: string): string => derivedId(feedbackId, 'occurrence', 'answer');

/** From which day the time for an answer counts, and the day that an extension asked for, where one did. */
export interface Counted {
  from: Day;
  until: Day | null;
}

/** When an answer is due: so many working days after a day; by an extension the day asked for, no later than that. */
export function answerDue({ from, until }: Counted, { calendar, settings }: FeedbackContext): DueInstant {
  return dueInstant(
    unlessAwaited(() => {
      const latest = calendar.addWorkingDays(from, settings.workingDays);
      return calendar.closing(until === null || until > latest ? latest : calendar.onOrBefore(until));
    }),
  );
}

/** Warning and end of the time in which it is answered; both wait where the end waits for a calendar. */
export function answerAgenda(
  { due, awaits }: DueInstant,
  { feedbackId, calendar, settings }: FeedbackContext,
  warned = false,
): AgendaItem {
  const item = { occurrenceId: occurrenceId(feedbackId), due };
  if (due === null)
    return {
      ...item,
      alarms: [],
      ...(awaits === undefined ? {} : { awaits: awaiting(awaits, 'due', FEEDBACK_STEP) }),
    };
  const warnAt = unlessAwaited(() =>
    calendar.opening(calendar.addWorkingDays(dayOf(new Date(due)), -settings.warnWorkingDays)),
  );
  return {
    ...item,
    alarms: [
      ...(warned || warnAt instanceof AwaitedYear
        ? []
        : [{ at: warnAt.toISOString(), step: `${FEEDBACK_STEP}warn` }]),
      { at: due, step: `${FEEDBACK_STEP}overdue` },
    ],
  };
}

/** The time for an answer as it is watched: each is missed for itself, one after a reopening too. */
export const watched = (
  { status, due, missedDue, level }: Feedback,
  { feedbackId }: Pick<FeedbackContext, 'feedbackId'>,
): Watched => ({
  occurrenceId: occurrenceId(feedbackId),
  owner: FEEDBACK_STEP,
  due,
  running: status === 'received' || status === 'assigned',
  missed: due !== null && missedDue === due,
  level,
});

/** The last day on which an answer may be objected to (R25). */
export const mayReopenUntil = (
  { answeredAt }: Pick<Feedback, 'answeredAt'>,
  now: Date,
  { reopenDays }: FeedbackSettings,
): Day => addDays(dayOf(new Date(answeredAt ?? now)), reopenDays);

/** Nothing more to come. */
export const off = (feedbackId: string): AgendaItem[] => [
  { occurrenceId: occurrenceId(feedbackId), due: new Date(0).toISOString(), alarms: [] },
];
