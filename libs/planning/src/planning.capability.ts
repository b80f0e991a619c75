import { made, service, type Capability } from '#capability';
import { AggregateStore, EventStore } from '#event-store';
import { AREAS_OF_PLAN } from '#feedback';
import { CLOCK } from '#kernel';
import { Commands, Organisation } from '#organisation';
import { Lacking } from '#projection';
import { DataSource } from 'typeorm';
import { CarriedTasks } from './carried-tasks.js';
import { planningAnnouncer } from './announce/announce.js';
import { PlanImport } from './import/plan-import.js';
import { MoneyController } from './money.controller.js';
import { MoneyQueries } from './read/money.queries.js';
import { planningCommands } from './planning.commands.js';
import { planningSentences } from './planning.sentences.js';
import { OpenProgressController } from './open-progress.controller.js';
import { NextPlanController } from './next-plan.controller.js';
import { carryOverOnClosing } from './closing.policies.js';
import { PlanController } from './plan.controller.js';
import {
  assignCommitments,
  assignOnApproval,
  deadlineSteps,
  handOverOnOfficeEnd,
  handOverOnUnitEnd,
  tasksByCalendar,
} from './planning.policies.js';
import { PlanningQueries } from './planning.queries.js';
import { Planning } from './planning.service.js';
import { areasOfPlan } from './plan/areas-of-plan.js';
import { PlanStanding } from './read/plan-standing.js';
import { PublicProgress } from './read/public-progress.js';
import { namesOfTasks } from './read/names-of-tasks.js';
import { tasksWaiting } from './read/waiting.js';
import { taskRow } from './read/task-row.js';
import { taskProjection } from './read/task-projection.js';
import { agendaTypes } from './task/task.events.js';
import { SecretWorkController } from './secret-work.controller.js';
import { TaskController } from './task.controller.js';
import { planningBodies, planningCosts, planningRoutes, planningOverseen } from './planning.routes.js';
import { taskUpcasts } from './task/task.upcasts.js';

/** Kế hoạch và nhiệm vụ · the yearly plan and its tasks. */
export const planningCapability: Capability = {
  name: 'planning',
  commands: planningCommands,
  routes: planningRoutes,
  bodies: planningBodies,
  costs: planningCosts,
  overseen: planningOverseen,
  controllers: [
    TaskController,
    SecretWorkController,
    NextPlanController,
    PlanController,
    MoneyController,
    OpenProgressController,
  ],
  services: [
    service(Planning, AggregateStore),
    { provide: AREAS_OF_PLAN, inject: [Planning], useFactory: areasOfPlan },
    service(PlanImport, Planning, Commands, Organisation),
    service(CarriedTasks, Planning, Commands),
    service(MoneyQueries, DataSource),
    service(PlanStanding, DataSource, EventStore, CLOCK),
    service(PlanningQueries, DataSource, EventStore, Lacking, CLOCK),
    service(PublicProgress, Planning, PlanningQueries, Organisation, Lacking),
  ],
  readModels: [taskProjection],
  upcasts: taskUpcasts,
  entities: [taskRow],
  reactions: [
    made(assignOnApproval, Planning, Commands),
    made(assignCommitments, Commands),
    made(carryOverOnClosing, Commands),
    made(handOverOnUnitEnd, Commands, PlanningQueries),
    made(handOverOnOfficeEnd, Planning, Commands, PlanningQueries, Organisation),
    made(tasksByCalendar, AggregateStore, Commands),
  ],
  agendaTypes,
  steps: { '': made(deadlineSteps, Planning, Commands) },
  announcers: [made(planningAnnouncer, Planning, Organisation)],
  waiting: [made(tasksWaiting, PlanningQueries)],
  names: { task: made(namesOfTasks, DataSource) },
  sentences: planningSentences,
  workers: {
    deadlines: { vi: 'theo dõi thời hạn', en: 'deadlines' },
    calendar: { vi: 'lịch làm việc', en: 'calendar' },
    planning: { vi: 'kế hoạch', en: 'plan' },
  },
};
