import { hasRole, type Office } from '../office/index.js';
import { SUPERVISORS } from './right.js';

/** Whether somebody watches over the office's work: to them the trail tells also what it withholds from who serves (R34). */
export const watchesOver = (office: Office, personId: string): boolean =>
  hasRole(office, personId, ...SUPERVISORS);
