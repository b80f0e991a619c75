import { actOfStep, eachStep, type StepTaker } from '#deadline';
import type { AggregateStore } from '#event-store';
import type { Commands } from '#organisation';
import { destroyed } from '#vault';
import { ExpireFile } from './file.acts.js';
import { uploadedFile } from './file.js';

/** Uploads that were attached to nothing in time; their bytes go with the event. */
export const fileSteps = (commands: Commands, aggregates: AggregateStore): StepTaker =>
  eachStep(
    (office, step) => {
      const act = actOfStep(step, 'R34');
      const entrusted = destroyed(office, step.subject, act.commandId);
      return commands.send(ExpireFile, { ...act, entrusted }, step.subject, {});
    },
    (office, subjects) => aggregates.warm(uploadedFile, office, subjects),
  );
