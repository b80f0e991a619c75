import { DUE_ANSWER } from '#deadline';
import { is } from '#kernel';
import { ACT_DONE } from '#event-store';
import { MESSAGE_CHANNELS, MESSAGE_GROUPS, proof } from '#persons';
import { archiveShape } from './archive/archive.shapes.js';
import { refundsShape } from './dossier/refunds.shapes.js';
import { parcelsShape } from './post/post.shapes.js';
import { Step, Time, postKind } from './procedures.shapes.js';

const STATUSES = [
  'none',
  'submitted',
  'refused',
  'in_progress',
  'awaiting_supplement',
  'paused',
  'result_ready',
  'returned',
  'rejected',
  'withdrawn',
  'stopped',
  'transferred',
] as const;
const listedStatus = is.oneOf([...STATUSES, 'past_open', 'past_ended']);
const apology = is.oneOf(['none', 'owed', 'given']);
const supplement = is.oneOf(['never', 'asked', 'answered']);

/** Until when it is paused; `overdue`: that day is over, and it is paused still (đã quá ngày hẹn tiếp tục). */
const Pause = is.named('Pause', { until: is.orNull(is.instant), overdue: is.flag });

/** A dossier in a list (hồ sơ). */
export const DossierPage = is.page(
  is.named('DossierListed', {
    id: is.id,
    version: is.version,
    code: is.orNull(is.code),
    status: listedStatus,
    procedure: is.object({ code: is.code, name: is.line, field: is.line }),
    channel: is.code,
    applicantId: is.orNull(is.id),
    submittedAt: is.orNull(is.instant),
    receivedAt: is.orNull(is.instant),
    due: is.orNull(is.instant),
    awaitsCalendar: is.orNull(is.year),
    remainingWorkingMinutes: is.orNull(is.figure),
    pause: is.orNull(Pause),
    endedAt: is.orNull(is.instant),
    returnedAt: is.orNull(is.instant),
    step: is.count,
    stepName: is.orNull(is.line),
    holder: is.object({ personId: is.orNull(is.id), postId: is.orNull(is.id) }),
    offeredTo: is.orNull(is.id),
    overdue: is.flag,
    late: is.flag,
    apology,
    apologisedAt: is.orNull(is.instant),
    reappointed: is.orNull(is.instant),
    supplement,
    fee: is.dong,
    paidBy: is.orNull(is.code),
    digitised: is.flag,
  }),
);

export const DossierFigures = is.derived({
  received: is.count,
  receivedOnline: is.count,
  settled: is.count,
  settledOnTime: is.count,
  settledLate: is.count,
  onTimePercent: is.orNull(is.percent),
  withdrawn: is.count,
  open: is.count,
  openOverdue: is.count,
  apologiesOwed: is.count,
  apologiesGiven: is.count,
  apologiesLate: is.count,
  supplements: is.count,
  digitised: is.count,
  paidOnline: is.count,
  rated: is.count,
  satisfiedPercent: is.orNull(is.percent),
});

const HANDED_IN = {
  id: is.id,
  version: is.version,
  status: is.oneOf(STATUSES),
  procedureCode: is.code,
  applicantId: is.orNull(is.id),
  channel: is.oneOf(['counter', 'online', 'post']),
  components: is.list(
    is.object({
      name: is.line,
      form: is.oneOf(['original', 'copy', 'digitised', 'reused']),
      fileId: is.orNull(is.id),
    }),
  ),
};

const Holder = is.object({ postId: is.id, personId: is.id });

/** A dossier that was received, with its clock. */
/** What an applicant was asked for (yêu cầu bổ sung). */
const ASKED = { components: is.list(is.line), reason: is.prose, legalBasis: is.line };

/** How it stands with a payment online (thanh toán trực tuyến). */
const payment = is.orNull(
  is.object({
    state: is.oneOf(['begun', 'lapsed', 'failed', 'paid']),
    at: is.instant,
    receipt: is.orNull(is.code),
  }),
);

const DossierAtWork = is.named('DossierAtWork', {
  ...HANDED_IN,
  ...DUE_ANSWER,
  code: is.code,
  procedure: is.object({
    code: is.code,
    version: is.version,
    name: is.line,
    field: is.line,
    time: Time,
    fee: is.dong,
    steps: is.list(Step),
    components: is.list(is.line),
    reusable: is.maybe(is.list(is.line)),
    pausesFor: is.list(is.line),
    pausedBy: is.maybe(is.list(postKind)),
    exemptions: is.maybe(is.list(is.line)),
    extensionDays: is.maybe(is.count),
  }),
  /** By which text on the one-stop mechanism it is handled: the one in force as it was received. */
  rules: is.prose,
  receivedAt: is.orNull(is.instant),
  startedAt: is.orNull(is.instant),
  stepDue: is.orNull(is.instant),
  stepStartedAt: is.orNull(is.instant),
  step: is.count,
  holder: Holder,
  offered: is.orNull(Holder),
  offeredStep: is.orNull(is.count),
  supplement,
  asked: is.maybe(is.object(ASKED)),
  answerBy: is.orNull(is.instant),
  pausedWith: is.orNull(is.figure),
  warned: is.list(is.code),
  overdue: is.flag,
  level: is.whole(0, 10),
  atPostId: is.orNull(is.id),
  late: is.flag,
  apology,
  apologyOwedAt: is.orNull(is.instant),
  reappointed: is.orNull(is.instant),
  extended: is.flag,
  signed: is.orNull(is.object({ number: is.code, late: is.flag })),
  digitised: is.flag,
  settledFee: is.flag,
  payment,
  refunds: refundsShape,
  archive: archiveShape,
  parcels: parcelsShape,
  rated: is.flag,
  remainingWorkingMinutes: is.orNull(is.figure),
  pause: is.orNull(Pause),
});
const DossierHandedIn = is.named('DossierHandedIn', { ...HANDED_IN, work: is.nothing });
export const Dossier = is.anyOf(DossierAtWork, DossierHandedIn);

export const WordsOnDossier = is.all(
  is.object({
    kind: is.oneOf(['comment', 'contact', 'withdrawal', 'exemption', 'note', 'supplement']),
    at: is.instant,
    text: is.prose,
  }),
);

export const ComponentsHeld = is.all(
  is.object({ name: is.line, fileId: is.id, dossierId: is.id, since: is.instant }),
);

const lookup = is.object({ code: is.code, secret: is.code });
export const Receipt = is.named('Receipt', {
  ...ACT_DONE,
  ...DUE_ANSWER,
  dossierId: is.id,
  code: is.code,
  lookup,
  proof: is.maybe(proof),
});

export const DocumentList = is.all(
  is.named('Document', {
    id: is.id,
    kind: is.code,
    title: is.line,
    year: is.year,
    number: is.count,
    numberedAt: is.instant,
  }),
);
export const RegisterNumbered = is.named('RegisterNumbered', { documentId: is.id, position: is.position });

export const SubmissionTaken = is.named('SubmissionTaken', {
  dossierId: is.id,
  lookup,
  proof: is.maybe(proof),
});

/** How far a dossier is, for its owner. */
export const OwnDossier = is.named('OwnDossier', {
  ...DUE_ANSWER,
  /** The office that goes on with it, where it is another than it was handed in to: that one ended. */
  handledBy: is.orNull(is.object({ office: is.code, name: is.line })),
  dossierId: is.id,
  code: is.orNull(is.code),
  status: listedStatus,
  procedure: is.line,
  step: is.orNull(is.line),
  submittedAt: is.orNull(is.instant),
  receivedAt: is.orNull(is.instant),
  endedAt: is.orNull(is.instant),
  returnedAt: is.orNull(is.instant),
  late: is.flag,
  apologised: is.flag,
  fee: is.orNull(is.object({ amount: is.dong, settled: is.flag, payment })),
  supplement: is.orNull(is.object({ ...ASKED, answerBy: is.orNull(is.instant) })),
  parcels: parcelsShape,
  told: is.orNull(
    is.object({ channels: is.list(is.oneOf(MESSAGE_CHANNELS)), messages: is.list(is.oneOf(MESSAGE_GROUPS)) }),
  ),
});

export const Rated = is.named('Rated', { version: is.version });
export const ChannelsChosen = is.named('ChannelsChosen', {
  channels: is.list(is.oneOf(MESSAGE_CHANNELS)),
});
export const ApologyList = is.all(
  is.object({ code: is.code, procedure: is.line, at: is.instant, newDue: is.orNull(is.instant) }),
);
export const ResultList = is.all(
  is.object({ code: is.code, procedure: is.line, status: is.code, endedAt: is.instant, late: is.flag }),
);

/** What a procedure came to in a month: no person, no dossier in it. */
const Month = is.named('MonthOfProcedure', {
  month: is.coded(/^\d{4}-\d{2}$/, 7),
  procedureCode: is.code,
  procedure: is.line,
  received: is.count,
  receivedOnline: is.count,
  settled: is.count,
  settledOnTime: is.count,
  settledLate: is.count,
});
export type MonthOfProcedure = is.Of<typeof Month>;
export const OpenMonths = is.all(Month);
export const OpenProcedures = is.all(
  is.named('OpenProcedure', {
    code: is.code,
    version: is.version,
    name: is.line,
    field: is.line,
    time: is.count,
    unit: is.code,
    fee: is.dong,
    service: is.code,
    components: is.prose,
    from: is.day,
  }),
);
