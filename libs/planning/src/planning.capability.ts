import type { Capability } from '#capability';
import { planningCommands } from './planning.commands.js';
import { planningSentences } from './planning.sentences.js';
import { PlanController } from './plan.controller.js';
import { taskProjection } from './read/task-projection.js';
import { agendaTypes } from './task/task.events.js';
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
  controllers: [TaskController, PlanController],
  readModels: [taskProjection],
  upcasts: taskUpcasts,
  agendaTypes: agendaTypes,
  sentences: planningSentences,
  workers: {
    deadlines: { vi: 'theo dõi thời hạn', en: 'deadlines' },
    calendar: { vi: 'lịch làm việc', en: 'calendar' },
    planning: { vi: 'kế hoạch', en: 'plan' },
  },
};
