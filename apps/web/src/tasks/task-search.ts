import type { TaskListData } from '#client';
import { onDayIn } from '../app/search-values';

/** What is looked for, as it stands in the address: it can be kept, sent, and gone back to. */
export interface TaskSearch {
  /** `me`, or a unit. */
  lead?: string;
  area?: string;
  state?: NonNullable<TaskListData['query']>['state'];
}

export const STATES = [
  'late',
  'silent',
  'running',
  'assigned',
  'in_progress',
  'completed',
  'cancelled',
  'planned',
  'transferred',
  'carried_over',
] as const;
const isState = (value: unknown): value is (typeof STATES)[number] => STATES.some((state) => state === value);

export const taskSearch = ({ lead, area, state }: Record<string, unknown>): TaskSearch => ({
  ...(typeof lead === 'string' && lead !== '' ? { lead } : {}),
  ...(typeof area === 'string' && area !== '' ? { area } : {}),
  ...(isState(state) ? { state } : {}),
});

/** At the end of which day a task is looked at; today where none is named. */
export const taskOnDay = ({ on }: Record<string, unknown>): { on?: string } => onDayIn(on);
