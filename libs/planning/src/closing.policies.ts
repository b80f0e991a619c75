import { causedBy, isOf } from '#event-store';
import type { Commands } from '#organisation';
import type { Reaction } from '#projection';
import { plan } from './plan/plan.js';
import { CarryTaskOver } from './task/carry-over.js';

/** Once its plan is closed, what goes on in next year's falls due there and here no more. */
export function carryOverOnClosing(commands: Commands): Reaction {
  return {
    name: 'carry_over_on_closing',
    types: ['PlanClosed'],
    async react(events) {
      for (const event of events) {
        if (!isOf(plan, event) || event.type !== 'PlanClosed' || !event.data.carriedOver) continue;
        const { year, planId, tasks } = event.data.carriedOver;
        for (const { taskId, to } of tasks)
          await commands.send(CarryTaskOver, causedBy(event, 'planning', 'R38', taskId), taskId, {
            year,
            planId,
            toTaskId: to,
          });
      }
    },
  };
}
