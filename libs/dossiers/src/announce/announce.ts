import type { DueInstant } from '#deadline';
import { madeOf, type ByType, type StoredEvent } from '#event-store';
import { formatDay, formatInstant, isDay } from '#kernel';
import type { Announcement, Announcer } from '#notification';
import { actingIn, type Office, type Organisation } from '#organisation';
import type { Dossier } from '../dossier/dossier.js';
import type { DossierEvent } from '../dossier/dossier.events.js';
import type { Dossiers } from '../dossiers.service.js';
import { rulesOf } from '../rules/one-stop-rules.js';
import { dossierTemplates } from './templates.js';

type Template = keyof typeof dossierTemplates;

/** What an event comes to: who is to be told what. */
interface Told {
  template: Template;
  to: 'applicant' | { post: string } | { person: string };
  params?: Record<string, string>;
}

const when = (text: string): string => (isDay(text) ? formatDay(text) : formatInstant(new Date(text)));
const applicant = (template: Template, params: Record<string, string> = {}): Told[] => [
  { template, to: 'applicant', params },
];
const post = (postId: string, template: Template, params: Record<string, string> = {}): Told[] => [
  { template, to: { post: postId }, params },
];

/** The words for an appointment; others where it waits for the calendar of a year. */
const byDue = (
  template: 'dossier_received' | 'supplement_answered' | 'dossier_resumed' | 'dossier_due_moved',
  { due, awaits }: DueInstant,
  params: Record<string, string> = {},
): Told[] =>
  due === null
    ? applicant(`${template}_awaiting`, { ...params, year: String(awaits) })
    : applicant(template, { ...params, due: when(due) });

/** Until when a supplement is answered, where no calendar tells the day yet. */
const within = (state: Dossier): string => {
  const { supplementDays } = rulesOf(state, new Date(state.work?.receivedAt ?? 0)).clock;
  return `${supplementDays} ngày · ${supplementDays} days`;
};

const TOLD: ByType<DossierEvent, [state: Dossier, office: Office], Told[]> = {
  DossierSubmitted: (_, __, office) =>
    [...office.posts.values()]
      .filter(({ kind }) => kind === 'desk-officer')
      .flatMap(({ postId }) => post(postId, 'dossier_submitted')),
  DossierReceived: (due) => byDue('dossier_received', due),
  DossierRefused: ({ reason }) => applicant('dossier_refused', { reason }),
  SupplementRequested: ({ components, reason, answerBy }, state) =>
    applicant('supplement_requested', {
      components: components.join(', '),
      reason,
      due: answerBy === null ? within(state) : when(answerBy),
    }),
  SupplementAnswered: ({ channel, ...due }, { work }) => [
    ...byDue('supplement_answered', due),
    ...(channel === 'online' && work ? post(work.holder.postId, 'supplement_sent') : []),
  ],
  DossierPaused: ({ reason, expectedEnd }) => applicant('dossier_paused', { reason, due: when(expectedEnd) }),
  DossierResumed: (due) => byDue('dossier_resumed', due),
  DossierDueMoved: ({ reason, ...due }) => byDue('dossier_due_moved', due, { reason }),
  DossierDueSet: ({ from, due }) =>
    from !== null || due === null ? [] : applicant('dossier_due_set', { due: when(due) }),
  DossierRejected: ({ reason }) => applicant('dossier_rejected', { reason }),
  // Who took it back knows why; nobody's own words are in a message.
  DossierWithdrawn: ({ reason, unanswered }) =>
    unanswered && reason !== undefined
      ? applicant('dossier_lapsed', { reason })
      : applicant('dossier_withdrawn'),
  DossierStopped: ({ reason }) => applicant('dossier_stopped', { reason }),
  ResultSigned: () => applicant('result_ready'),
  FeePaid: ({ amount, receipt, method }, { work }) => [
    ...applicant('fee_paid', { amount: amount.toLocaleString('vi-VN'), receipt }),
    ...(method === 'online' && work ? post(work.holder.postId, 'fee_paid_online', { receipt }) : []),
  ],
  RefundOwed: ({ amount, receipt }, { work }) => [
    ...applicant('fee_paid_twice', { amount: amount.toLocaleString('vi-VN'), receipt }),
    ...(work ? post(work.holder.postId, 'refund_owed', { receipt }) : []),
  ],
  FeeRefunded: ({ amount, document }) =>
    applicant('fee_refunded', { amount: amount.toLocaleString('vi-VN'), document }),
  ResultReturned: () => applicant('result_returned'),
  ApologyGiven: ({ reason, newDue }, { work }) =>
    applicant('dossier_apology', { reason, due: when(newDue ?? work?.reappointed ?? work?.due ?? '') }),
  StepHandedOver: ({ to }) => [{ template: 'dossier_offered', to: { person: to.personId } }],
  HandOverDeclined: ({ reason }, { work }) =>
    work ? [{ template: 'dossier_declined', to: { person: work.holder.personId }, params: { reason } }] : [],
  DossierWarned: ({ percent, toPostId }) => post(toPostId, 'dossier_warned', { percent: String(percent) }),
  StepOverdue: ({ holderPostId, step, due }) => post(holderPostId, 'step_overdue', { step, due: when(due) }),
  DossierOverdue: ({ holderPostId, due }) => post(holderPostId, 'dossier_overdue', { due: when(due) }),
  DossierEscalated: ({ toPostId, due, level }) =>
    post(toPostId, 'dossier_escalated', { due: when(due), level: String(level) }),
  PauseReminded: ({ toPostId, until }) => post(toPostId, 'pause_reminded', { due: when(until) }),
  PauseOverdue: ({ holderPostId, until }) => post(holderPostId, 'pause_overdue', { due: when(until) }),
  PauseEscalated: ({ toPostId, until, level }) =>
    post(toPostId, 'pause_escalated', { due: when(until), level: String(level) }),
  ApologyOwed: ({ due }, { work }) =>
    work ? post(work.holder.postId, 'apology_owed', { due: when(due) }) : [],
};

/** Tells applicants of every change of their dossier's state, and officials of what waits for them. */
export function dossierAnnouncer(dossiers: Dossiers, organisation: Organisation): Announcer {
  return {
    types: Object.keys(TOLD),
    templates: dossierTemplates,
    async announce(office, events) {
      const [standing, states] = await Promise.all([
        organisation.current(office),
        dossiers.behind(office, events),
      ]);
      return events.flatMap((event) => {
        const state = states.get(event.subject);
        return state ? announcementsOf(event, state, standing) : [];
      });
    },
  };
}

/** Pure: the event, the dossier and the organisation give who is told what. */
export function announcementsOf(event: StoredEvent, state: Dossier, office: Office): Announcement[] {
  const known = {
    code: state.work?.code ?? event.subject,
    procedure: state.work?.procedure.name ?? state.procedureCode,
  };
  return (madeOf(TOLD, event, state, office) ?? []).flatMap(({ template, to, params }) => {
    const recipient = recipientOf(to, state, office);
    return recipient ? [{ template, to: recipient, params: { ...known, ...params }, cause: event }] : [];
  });
}

function recipientOf(to: Told['to'], { applicantId }: Dossier, office: Office): Announcement['to'] | null {
  if (to === 'applicant') return applicantId === null ? null : { citizen: applicantId };
  if ('person' in to) return { official: to.person };
  const personId = actingIn(office, to.post);
  return personId === undefined ? null : { official: personId };
}
