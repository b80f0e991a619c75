import type { Upcasts } from '#event-store';

/** What a task's events of before say in today's shape. */
export const taskUpcasts: Upcasts = {
  // Before a trigger could bring its due day along, none did.
  TriggerRecorded: [(data) => ({ dueDay: null, ...data })],
  // Before money was kept with tasks, none went along.
  TaskReceived: [(data) => ({ money: [], ...data })],
};
