import { keepingSaid, type DueInstant, type Saying } from '#deadline/agenda';
import type { Aggregate } from '#event-store';
import { dayOf } from '#kernel';
import { hasPassed } from '#overdue';
import { archivedAfter } from '../archive/archive.js';
import { parcelsAfter } from '../post/parcels.js';
import { begun } from './begun-work.js';
import type { Channel, DossierEvent, HandedIn } from './dossier.events.js';
import type { Turn } from './due.js';
import { isOver } from './over.js';
import { pausedUntil } from './paused.js';
import { withBegun, withFailed, withOwed, withReturned } from './payments.js';
import { isAsBefore, stepEnd } from './step-end.js';
import type { Work } from './work.js';
import { warning } from './work-time.js';

export * from './work.js';
export * from './work-time.js';

export type DossierStatus =
  | 'none'
  | 'submitted'
  | 'refused'
  | 'in_progress'
  | 'awaiting_supplement'
  | 'paused'
  | 'result_ready'
  | 'returned'
  | 'rejected'
  | 'withdrawn'
  | 'stopped'
  | 'transferred';

/** A dossier (hồ sơ thủ tục hành chính) as its events leave it. */
export interface Dossier extends Saying {
  status: DossierStatus;
  procedureCode: string;
  applicantId: string | null;
  channel: Channel;
  components: readonly HandedIn[];
  /** Null until it is received. */
  work: Work | null;
  /** The office that it was handed in to, where that has ended; and the one that it went to, where this one has. */
  of?: string;
  toOffice?: string;
}

export const dossier: Aggregate<Dossier, DossierEvent> = {
  kind: 'dossier',
  initial: {
    status: 'none',
    procedureCode: '',
    applicantId: null,
    channel: 'counter',
    components: [],
    work: null,
  },
  // Of what was said to come, levels of escalation are what its times alone don't tell.
  evolve: keepingSaid(
    (state: Dossier, event: DossierEvent, at) => changed(lateBy(state, at), event, at),
    ({ from }) => from !== undefined,
  ),
};

/** Whether the time that runs is over by an instant; a clock that stands still runs out of nothing. */
export const hasRunOut = ({ status, work }: Dossier, at: Date): boolean =>
  status === 'in_progress' && work !== null && hasPassed(work.due, at);

/** R16: whether a time of it has ever run out by an instant, recorded or not. */
export const isLate = (state: Dossier, at: Date): boolean =>
  (state.work !== null && (state.work.late || state.work.overdue)) || hasRunOut(state, at);

/** A dossier as an instant finds it: late from the end of its time on (R16), with an apology owed (R17), recorded or not. */
export const lateBy = (state: Dossier, at: Date): Dossier =>
  hasRunOut(state, at)
    ? working(state, ({ apology }) => ({ late: true, apology: apology === 'none' ? 'owed' : apology }))
    : state;

function changed(state: Dossier, event: DossierEvent, at: Date): Dossier {
  const { type, data } = event;
  const now = at.toISOString();
  switch (type) {
    case 'DossierSubmitted':
      return { ...state, ...data, status: 'submitted' };
    case 'DossierReceived': {
      const { code, procedure, applicantId, channel, components, stepDue, holder } = data;
      return {
        status: 'in_progress',
        procedureCode: procedure.code,
        applicantId,
        channel,
        components,
        work: { ...begun({ code, procedure, due: data.due, stepDue, holder }, now), ...dueOf(data) },
      };
    }
    case 'DossierRefused':
      return { ...state, status: 'refused' };
    case 'StepHandedOver':
      return working(state, () => ({ offered: data.to, offeredStep: data.step }));
    case 'HandOverDeclined':
      return working(state, () => ({ offered: null, offeredStep: null }));
    case 'StepAccepted':
      return working(state, (work) => ({
        step: data.step,
        holder: data.holder,
        offered: null,
        offeredStep: null,
        stepStartedAt: now,
        stepDue: data.stepDue,
        ran: work.ran ? { ...work.ran, stepFrom: now, stepSpent: 0 } : null,
        warned: work.warned.filter((one) => one.startsWith(':')), // those of the whole dossier
      }));
    case 'SupplementRequested':
      return working({ ...state, status: 'awaiting_supplement' }, () => ({
        supplement: 'asked',
        askedAt: now,
        answerBy: data.answerBy,
        asked: { components: data.components, reason: data.reason, legalBasis: data.legalBasis },
      }));
    case 'SupplementAnswered':
      return working(
        { ...state, status: 'in_progress', components: [...state.components, ...data.components] },
        (work) => ({
          supplement: 'answered',
          startedAt: now,
          turns: [],
          ...dueOf(data),
          stepStartedAt: isAsBefore(data.stepDue) ? work.stepStartedAt : now,
          stepDue: stepEnd(data.stepDue, work.stepDue),
          ran: null,
          warned: [],
          // Late stays late, and what is owed for it stays owed; the new time is watched from its beginning.
          overdue: false,
          level: 0,
          atPostId: null,
          ...(work.late && work.apology === 'owed' ? {} : { apology: 'none', apologyOwedAt: null }),
        }),
      );
    case 'DossierPaused':
      return working({ ...state, status: 'paused' }, (work) => ({
        pausedWith: data.leftMinutes,
        pause: { until: pausedUntil(data), overdue: false, level: 0, atPostId: null },
        ...turned(work, { kind: 'paused', at: now }),
      }));
    case 'DossierResumed':
      return working({ ...state, status: 'in_progress' }, (work) => ({
        pausedWith: null,
        pause: undefined,
        ...turned(work, { kind: 'resumed', at: now }),
        ...dueOf(data),
        stepDue: stepEnd(data.stepDue, work.stepDue),
        ran: data.ran ? { ...data.ran, from: now, stepFrom: now } : null,
      }));
    case 'DossierDueMoved':
      return working(state, (work) => ({
        ...dueOf(data),
        stepDue: stepEnd(data.stepDue, work.stepDue),
        ...(data.extension
          ? {
              extended: true,
              ...turned(work, { kind: 'extended', days: work.procedure.extensionDays ?? 0 }),
            }
          : {}),
      }));
    case 'DossierDueSet':
      return working(state, (work) => ({
        ...dueOf(data),
        stepDue: data.stepDue,
        ...(data.ran === undefined ? {} : { ran: data.ran }),
        answerBy: data.answerBy ?? work.answerBy,
      }));
    case 'DossierRejected':
      return { ...state, status: 'rejected' };
    case 'DossierWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'DossierStopped':
      return { ...state, status: 'stopped' };
    case 'ResultSigned':
      return working({ ...state, status: 'result_ready' }, (work) => ({
        signed: { number: data.number, late: data.late || work.late },
        digitised: work.digitised || data.fileId !== null,
      }));
    case 'ResultDigitised':
      return working(state, () => ({ digitised: true }));
    case 'PaymentBegun':
      return working(state, (work) => ({ payments: withBegun(work, data.paymentId, now) }));
    case 'PaymentFailed':
      return working(state, (work) => ({ payments: withFailed(work, data.paymentId, now) }));
    case 'FeePaid': {
      const { amount: _amount, ...paid } = data;
      return working(state, () => ({ settledFee: true, paid: { at: now, ...paid } }));
    }
    case 'RefundOwed':
      return working(state, (work) => ({ refunds: withOwed(work, data, now) }));
    case 'FeeRefunded':
      return working(state, (work) => ({ refunds: withReturned(work, data, now) }));
    case 'FeeExempted':
      return working(state, () => ({ settledFee: true }));
    case 'ResultReturned': {
      const { tracking } = data;
      if (tracking === null) return { ...state, status: 'returned' };
      const handed = { tracking, state: 'handed' as const, day: dayOf(at) };
      return working({ ...state, status: 'returned' }, ({ parcels }) => ({
        parcels: parcelsAfter(parcels, handed),
      }));
    }
    case 'PostStateRecorded':
      return working(state, ({ parcels }) => ({ parcels: parcelsAfter(parcels, data) }));
    case 'DossierRated':
      return working(state, () => ({ rated: true }));
    case 'DossierWarned':
      return working(state, (work) => ({ warned: [...work.warned, warning(data.percent, data.step)] }));
    case 'StepOverdue':
      return working(state, (work) => ({ warned: [...work.warned, warning(100, data.step)] }));
    case 'DossierOverdue':
      return working(state, () => ({ overdue: true, late: true }));
    case 'DossierEscalated':
      return working(state, () => ({ level: data.level, atPostId: data.toPostId }));
    case 'PauseOverdue':
      return working(state, ({ pause }) => ({ pause: pause && { ...pause, overdue: true } }));
    case 'PauseEscalated': {
      const { level, toPostId: atPostId } = data;
      return working(state, ({ pause }) => ({ pause: pause && { ...pause, level, atPostId } }));
    }
    case 'ApologyOwed':
      return working(state, (work) => ({
        apology: work.apology === 'none' ? 'owed' : work.apology,
        apologyOwedAt: work.apologyOwedAt ?? now,
      }));
    case 'ApologyGiven':
      return working(state, (work) => ({ apology: 'given', reappointed: data.newDue ?? work.reappointed }));
    case 'DossierTransferred':
      return { ...state, status: isOver(data.was) ? state.status : 'transferred', toOffice: data.toOffice };
    case 'DossierTakenOver':
      return data.dossier;
    case 'ArchivePackageMade':
    case 'DossierArchived':
      return working(state, ({ archive }) => ({ archive: archivedAfter(archive, event) }));
    case 'ContactLogged':
    case 'PauseReminded':
      return state;
  }
}

const working = (state: Dossier, change: (work: Work) => Partial<Work>): Dossier =>
  state.work ? { ...state, work: { ...state.work, ...change(state.work) } } : state;

/** `awaits` is undefined, not absent: it takes the place of the one before. */
const dueOf = ({ due, awaits }: DueInstant): Pick<Work, 'due'> & { awaits: number | undefined } => ({
  due,
  awaits,
});

const turned = ({ turns }: Work, turn: Turn): Pick<Work, 'turns'> => ({
  turns: turns && [...turns, turn],
});
