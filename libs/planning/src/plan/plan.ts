import type { Sendings } from '#circulation';
import { circulated, isOfCirculation, type CirculationEvent } from './circulation.js';
import type { Aggregate } from '#event-store';
import { rememberedId } from '#kernel';
import type { Schedule } from '../deadline-phrase/schedule.js';

/** The stream of an office's plan for a year. */
export const planSubject = (office: string, year: number): string => rememberedId(office, 'plan', year);

export interface Area {
  code: string;
  name: string;
}

/** A target (chỉ tiêu) and the place in the plan it comes from. */
export interface Target {
  code: string;
  name: string;
  op: string;
  value: number;
  unit: string;
  source: string;
}

export interface Deliverable {
  deliverableId: string;
  name: string;
}

/** What a deadline phrase of a task obliges to. */
export interface Obligation {
  obligationId: string;
  label: string | null;
  phrase: string;
  schedule: Schedule;
}

/** A task (nhiệm vụ) as the plan gives it; units are ids. */
export interface PlannedTask {
  taskId: string;
  number: string;
  area: string;
  title: string;
  deliverables: Deliverable[];
  leadUnitId: string;
  coImplementers: string[];
  coordinators: string[];
  obligations: Obligation[];
  /** The row named several units, and the office has not said yet which one is accountable. */
  leadToConfirm: boolean;
  /** A state secret (việc mật): it is counted, and what it says is kept outside. */
  secret?: true;
  /** Where the money comes from (kinh phí), as the plan says it. */
  funding?: string;
  /** The task of last year's plan that it goes on with (chuyển tiếp). */
  carriedFrom?: CarriedFrom;
}

/** A task of last year's plan, and what was left of it when it was carried over. */
export interface CarriedFrom {
  planId: string;
  year: number;
  taskId: string;
  number: string;
  percent: number;
  /** Ends of times that were open, and whether they had passed. */
  open: { label: string | null; phrase: string; due: string | null; missed: boolean }[];
  /** Deliverables of which none was accepted. */
  undelivered: string[];
}

/** What an inspection required of a unit and is not verified as remedied (tồn tại). */
export interface FoundLacking {
  inspectionId: string;
  unitId: string;
  text: string;
  due: string | null;
  status: 'open' | 'remedied';
}

/** The tasks of a closed plan that next year's goes on with. */
export interface CarriedOver {
  planId: string;
  year: number;
  tasks: { taskId: string; to: string }[];
}

export interface PlanHeader {
  year: number;
  title: string;
  issuer: string;
  superior: string;
  basis: { number: string; date: string; issuer: string; about: string }[];
  areas: Area[];
  targets: Target[];
  recipients: string[];
}

/** The document that decides: number and date (số, ngày văn bản). */
export interface DecidingDocument {
  number: string;
  date: string;
}

export type PlanEvent =
  | CirculationEvent
  | { type: 'PlanDrafted'; data: PlanHeader }
  | { type: 'PlanHeaderAmended'; data: PlanHeader & { document: DecidingDocument | null } }
  /** `document`: it came after the plan was approved, by that document (R10); null where that is a secret. */
  | { type: 'TaskPlanned'; data: PlannedTask & { document?: DecidingDocument | null } }
  | { type: 'PlannedTaskAmended'; data: PlannedTask & { document: DecidingDocument | null } }
  | { type: 'LeadConfirmed'; data: { taskId: string; number: string; leadUnitId: string } }
  | { type: 'ObligationDated'; data: { taskId: string; obligationId: string; schedule: Schedule } }
  | { type: 'PlanSubmitted'; data: { tasks: number } }
  | { type: 'PlanReturned'; data: { reason: string } }
  | { type: 'PlanApproved'; data: { document: DecidingDocument; tasks: number } }
  | {
      /** Last year's open work stands in this draft; the tasks are planned by events of their own. */
      type: 'TasksCarriedOver';
      data: { fromPlanId: string; fromYear: number; tasks: number; lacking: FoundLacking[] };
    }
  /** `carriedOver`: what was open goes on in next year's plan. */
  | { type: 'PlanClosed'; data: { reason: string; carriedOver?: CarriedOver } }
  | { type: 'PlanTransferred'; data: { toOffice: string; document: string } }
  | {
      type: 'PlanReceived';
      data: { fromOffice: string; document: string; header: PlanHeader; tasks: PlannedTask[] };
    };

export type PlanStatus = 'none' | 'draft' | 'submitted' | 'approved' | 'closed';

export interface Plan {
  status: PlanStatus;
  header: PlanHeader | null;
  tasks: ReadonlyMap<string, PlannedTask>;
  /** The offices whose plans went into this one when they ended. */
  receivedFrom: readonly string[];
  /** What was found lacking last year and stood open when its work was carried over. */
  lacking: readonly FoundLacking[];
  /** To whom it was sent, and who has it. */
  sendings: Sendings;
}

export const plan: Aggregate<Plan, PlanEvent> = {
  kind: 'plan',
  initial: { status: 'none', header: null, tasks: new Map(), receivedFrom: [], lacking: [], sendings: [] },
  evolve(state, event, at) {
    if (isOfCirculation(event)) return { ...state, sendings: circulated(state.sendings, event, at) };
    const { type, data } = event;
    switch (type) {
      case 'PlanDrafted':
        return { ...state, status: 'draft', header: data };
      case 'PlanHeaderAmended': {
        const { document: _document, ...header } = data;
        return { ...state, header };
      }
      case 'TaskPlanned':
        return withTask(state, withoutDocument(data));
      case 'PlannedTaskAmended':
        return withTask(state, withoutDocument(data));
      case 'LeadConfirmed':
        return changeTask(state, data.taskId, (task) => confirmLead(task, data.leadUnitId));
      case 'ObligationDated':
        return changeTask(state, data.taskId, (task) => ({
          ...task,
          obligations: task.obligations.map((o) =>
            o.obligationId === data.obligationId ? { ...o, schedule: data.schedule } : o,
          ),
        }));
      case 'TasksCarriedOver':
        return { ...state, lacking: [...state.lacking, ...data.lacking] };
      case 'PlanSubmitted':
        return { ...state, status: 'submitted' };
      case 'PlanReturned':
        return { ...state, status: 'draft' };
      case 'PlanApproved':
        return { ...state, status: 'approved' };
      case 'PlanReceived': {
        const { fromOffice, header, tasks } = data;
        const whole = tasks.reduce(withTask, state);
        return {
          ...whole,
          status: 'approved',
          header: state.header ?? header,
          receivedFrom: [...state.receivedFrom, fromOffice],
        };
      }
      case 'PlanTransferred':
      case 'PlanClosed':
        return { ...state, status: 'closed' };
    }
  },
};

function withoutDocument({
  document: _document,
  ...task
}: PlannedTask & { document?: DecidingDocument | null }): PlannedTask {
  return task;
}

/** The confirmed unit leads; a lead proposed before it becomes a co-implementer. */
function confirmLead(task: PlannedTask, leadUnitId: string): PlannedTask {
  const others = [task.leadUnitId, ...task.coImplementers].filter((unit) => unit !== leadUnitId);
  return { ...task, leadUnitId, coImplementers: [...new Set(others)], leadToConfirm: false };
}

const withTask = (state: Plan, task: PlannedTask): Plan => ({
  ...state,
  tasks: new Map(state.tasks).set(task.taskId, task),
});

function changeTask(state: Plan, taskId: string, change: (task: PlannedTask) => PlannedTask): Plan {
  const task = state.tasks.get(taskId);
  return task ? withTask(state, change(task)) : state;
}
