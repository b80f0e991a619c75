import type { Appended } from '#event-store';
import { derivedId, type Envelope } from '#kernel';

/** Who takes steps. */
export const SWEEPER = 'worker:deadlines';

/** A step that has fallen due. */
export interface DueStep {
  office: string;
  subject: string;
  occurrenceId: string;
  step: string;
  /** The instant at which it was to be taken. */
  at: string;
  due: Date;
  /** The event that set it, and the chain of that event. */
  cause: string;
  correlation: string;
}

/** Only a decision says that a step has no sense any more: nobody outside this file can make one of these. */
const decided = Symbol('decided');

/** What came of a step. One that failed is tried again; it is never passed over. */
export type StepOutcome =
  | { readonly came: 'to-an-event' }
  /** Its event was in the log already, at this position, but its row still waits. */
  | { readonly came: 'before'; readonly position: number }
  | { readonly came: 'to-nothing'; readonly [decided]: true }
  | { readonly came: 'to-grief'; readonly error: unknown };

/**
 * The act by which a step is taken. Its id derives from the step and the event that set it: taken twice is taken once,
 * while one that is set anew, though for the same instant, is another one.
 */
export const actOfStep = (
  { office, subject, occurrenceId, step, due, cause, correlation }: DueStep,
  rule: string,
): Envelope => ({
  office,
  actor: SWEEPER,
  commandId: derivedId(subject, occurrenceId, step, due.toISOString(), cause),
  rule,
  causationId: cause,
  correlationId: correlation,
});

/** Takes steps, an outcome for each in their order. May be asked twice for the same step and must then change nothing. */
export type StepTaker = (office: string, steps: DueStep[]) => Promise<StepOutcome[]>;

/**
 * Takes steps one by one, all at once, each by a decision on its subject; one that fails leaves the others done. `warm`
 * reads the subjects at once beforehand.
 */
export const eachStep =
  (
    decide: (office: string, step: DueStep) => Promise<Appended>,
    warm: (office: string, subjects: string[]) => Promise<void>,
  ): StepTaker =>
  async (office, steps) => {
    // What can't be read at once each step reads for itself, and says what is wrong with its own subject.
    await warm(office, [...new Set(steps.map(({ subject }) => subject))]).catch(() => undefined);
    return Promise.all(
      steps.map(async (step) => {
        try {
          return outcomeOf(await decide(office, step));
        } catch (error) {
          return failed(error);
        }
      }),
    );
  };

/** Gives each step to whoever its name belongs to, by the beginning of the name; the empty beginning takes the rest. */
export const byName = (takers: Record<string, StepTaker>): StepTaker => {
  const beginnings = Object.keys(takers).toSorted((a, b) => b.length - a.length);
  const takerOf = ({ step }: DueStep) => takers[beginnings.find((one) => step.startsWith(one)) ?? ''];
  return async (office, steps) => {
    const outcomes = new Map<DueStep, StepOutcome>();
    for (const [take, own] of Map.groupBy(steps, takerOf)) {
      const came = await takeAll(take, office, own);
      own.forEach((step, index) => outcomes.set(step, came[index] ?? failed(new Error('no outcome'))));
    }
    return steps.map((step) => outcomes.get(step) ?? failed(new Error('no outcome')));
  };
};

/** One owner's trouble is no other's: what it could not even begin has failed, step by step. */
async function takeAll(
  take: StepTaker | undefined,
  office: string,
  steps: DueStep[],
): Promise<StepOutcome[]> {
  if (!take) return steps.map(({ step }) => failed(new Error(`nobody takes steps named ${step}`)));
  try {
    return await take(office, steps);
  } catch (error) {
    return steps.map(() => failed(error));
  }
}

function outcomeOf({ repeated, written, position }: Appended): StepOutcome {
  if (repeated) return { came: 'before', position };
  return written > 0 ? { came: 'to-an-event' } : { came: 'to-nothing', [decided]: true };
}

const failed = (error: unknown): StepOutcome => ({ came: 'to-grief', error });
