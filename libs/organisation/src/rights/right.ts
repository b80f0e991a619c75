import type { Right, Rights } from './rights.js';

/** Those who carry out the plan. */
export const OFFICIALS = ['chairman', 'vice-chairman', 'office-of-record', 'official'] as const;

/** Those who watch over the office's work. */
export const SUPERVISORS = [
  'chairman',
  'vice-chairman',
  'office-of-record',
  'oversight',
  'inspector',
  'admin',
] as const;

/** Who may, over what. */
export const right = (scope: Right['scope'], ...by: Right['by']): Right => ({ by, scope });

/** Any official, over what is theirs in one of these ways. */
export const official = (scope: Right['scope'], ...also: Right['by']): Right =>
  right(scope, ...OFFICIALS, ...also);

/** What workers do by themselves, under a rule. */
export const worker = right('office', 'worker');

/** The table of rights that some commands bring along. */
export const rightsOf = (commands: readonly { name: string; right: Right }[]): Rights =>
  Object.fromEntries(commands.map(({ name, right: own }) => [name, own]));
