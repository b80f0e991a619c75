import { SENDINGS_ANSWER } from '#circulation';
import { ACT_DONE } from '#event-store';
import { is } from '#kernel';
import { MoneySums } from './money.shapes.js';

const UnitNamed = is.named('UnitNamed', { unitId: is.id, name: is.orNull(is.line) });

/** How a deadline stands, in the words officials know (chờ lịch làm việc, trong hạn, sắp đến hạn, quá hạn, đúng hạn, trễ hạn). */
const standing = is.oneOf([
  'awaiting_calendar',
  'within_time',
  'due_soon',
  'overdue',
  'done_on_time',
  'done_late',
  'closed',
]);
export type Standing = is.Of<typeof standing>;

const Occurrence = is.named('Occurrence', {
  id: is.id,
  occurrenceId: is.id,
  obligationId: is.id,
  key: is.code,
  due: is.orNull(is.instant),
  awaitsCalendar: is.orNull(is.year),
  standing,
  review: is.flag,
  status: is.oneOf(['open', 'fulfilled', 'closed']),
  missed: is.flag,
  fulfilledAt: is.orNull(is.instant),
  level: is.whole(0, 10),
  askedDue: is.orNull(is.instant),
});

const Obligation = is.named('Obligation', {
  id: is.id,
  label: is.orNull(is.prose),
  phrase: is.prose,
  kind: is.oneOf([
    ...(['oneOff', 'stretch', 'counted', 'monthly', 'weekly', 'reports', 'recurring', 'continuous'] as const),
    ...(['triggered', 'needingDate'] as const),
  ]),
  /** How the phrase was read, in words. */
  reading: is.bilingual,
  occurrences: is.list(Occurrence, 500),
});

/** A task of last year's plan, with what was left of it when it was carried over (chuyển tiếp). */
const CarriedFrom = is.named('CarriedFrom', {
  planId: is.id,
  year: is.year,
  taskId: is.id,
  number: is.code,
  percent: is.whole(0, 100),
  open: is.list(
    is.object({
      label: is.orNull(is.prose),
      phrase: is.prose,
      due: is.orNull(is.instant),
      missed: is.flag,
    }),
    is.MOST_LISTED,
  ),
  undelivered: is.list(is.prose),
});

const TASK = {
  id: is.id,
  planId: is.id,
  number: is.code,
  area: is.code,
  title: is.prose,
  /** A state secret (việc mật): it is counted, and its content is kept outside. */
  secret: is.flag,
  state: is.oneOf([
    'planned',
    'assigned',
    'in_progress',
    'completed',
    'cancelled',
    'transferred',
    'carried_over',
  ]),
  version: is.version,
  lead: is.object({
    unitId: is.id,
    name: is.orNull(is.line),
    postId: is.orNull(is.id),
    post: is.orNull(is.line),
    personId: is.orNull(is.id),
    person: is.orNull(is.line),
  }),
  leadToConfirm: is.flag,
  coImplementers: is.list(UnitNamed),
  coordinators: is.list(UnitNamed),
  deliverables: is.list(is.object({ deliverableId: is.id, name: is.prose })),
  obligations: is.list(Obligation),
  submissions: is.list(
    is.object({
      submissionId: is.id,
      deliverableId: is.id,
      status: is.oneOf(['waiting', 'accepted', 'returned']),
      at: is.instant,
      text: is.prose,
    }),
    is.MOST_LISTED,
  ),
  percent: is.whole(0, 100),
  progressText: is.orNull(is.prose),
  progressAt: is.orNull(is.instant),
  silent: is.flag,
  late: is.flag,
  money: MoneySums,
  carriedFrom: is.orNull(CarriedFrom),
  carriedTo: is.orNull(is.object({ year: is.year, taskId: is.id })),
};
/** A task as the API answers it (nhiệm vụ). */
export const Task = is.named('Task', TASK);
export const TaskPage = is.page(Task);
export const TaskAsOf = is.named('TaskAsOf', { ...TASK, asOf: is.instant });

export const TaskDifferences = is.named('TaskDifferences', {
  from: is.instant,
  to: is.instant,
  differences: is.list(is.object({ path: is.line, before: is.anything, after: is.anything }), is.MOST_LISTED),
});

/** An act on a task. */
export const TaskActDone = is.named('TaskActDone', { version: is.version, position: is.position });

/** What an inspection required and is not verified as remedied (tồn tại). */
const FoundLacking = is.named('FoundLacking', {
  inspectionId: is.id,
  unitId: is.id,
  text: is.prose,
  due: is.orNull(is.instant),
  status: is.oneOf(['open', 'remedied']),
});

/** A year's plan (kế hoạch cải cách hành chính). */
export const Plan = is.named('Plan', {
  id: is.id,
  status: is.oneOf(['none', 'draft', 'submitted', 'approved', 'closed']),
  version: is.version,
  year: is.year,
  title: is.prose,
  issuer: is.line,
  superior: is.line,
  basis: is.list(is.object({ number: is.code, date: is.day, issuer: is.line, about: is.prose })),
  areas: is.list(is.object({ code: is.code, name: is.line })),
  targets: is.list(
    is.object({
      code: is.code,
      name: is.prose,
      op: is.code,
      value: is.figure,
      unit: is.code,
      source: is.prose,
    }),
  ),
  recipients: is.list(is.line),
  tasks: is.count,
  /** To whom it was sent, and who has it. */
  sendings: SENDINGS_ANSWER,
  foundLacking: is.list(FoundLacking, is.MOST_LISTED),
  leadsToConfirm: is.list(
    is.object({ taskId: is.id, number: is.code, title: is.prose, units: is.list(UnitNamed) }),
    is.MOST_LISTED,
  ),
  datesToGive: is.list(
    is.object({
      taskId: is.id,
      number: is.code,
      title: is.prose,
      obligationId: is.id,
      phrase: is.prose,
      reading: is.bilingual,
    }),
    is.MOST_LISTED,
  ),
});

/** What is counted of tasks: how many there are, how they stand, how far they are on the whole. */
export const PROGRESS_FIGURES = {
  tasks: is.count,
  completed: is.count,
  running: is.count,
  late: is.count,
  silent: is.count,
  percent: is.percent,
};

export const PlanProgress = is.derived({
  day: is.day,
  items: is.list(
    is.object({
      area: is.code,
      unitId: is.id,
      unit: is.orNull(is.line),
      ...PROGRESS_FIGURES,
    }),
    is.MOST_LISTED,
  ),
});

/** What next year's draft would be given by this year's plan; nothing is written. */
export const NextPlan = is.derived({
  year: is.year,
  title: is.prose,
  tasks: is.list(
    is.object({
      number: is.code,
      title: is.prose,
      lead: UnitNamed,
      leadToConfirm: is.flag,
      obligations: is.list(
        is.object({
          label: is.orNull(is.prose),
          phrase: is.prose,
          reading: is.bilingual,
          needsDate: is.flag,
        }),
      ),
      carriedFrom: CarriedFrom,
    }),
    is.MOST_LISTED,
  ),
  foundLacking: is.list(FoundLacking, is.MOST_LISTED),
});

export const PlanCarried = is.named('PlanCarried', {
  ...ACT_DONE,
  planId: is.id,
  year: is.year,
});

export const PlannedTaskAdded = is.named('PlannedTaskAdded', { ...ACT_DONE, taskId: is.id });
