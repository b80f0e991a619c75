import { actOfStep, eachStep, type StepTaker } from '#deadline';
import type { AggregateStore } from '#event-store';
import type { Commands } from '../command/index.js';
import { SettleCalendar, ownCalendar } from '../office/calendar.js';

/** A change of the office's calendar that is a while ago: what was under way then is looked at once more. */
export const calendarSteps = (commands: Commands, aggregates: AggregateStore): StepTaker =>
  eachStep(
    (_office, step) => commands.send(SettleCalendar, actOfStep(step, 'R11'), step.subject, {}),
    (office, subjects) => aggregates.warm(ownCalendar, office, subjects),
  );
