import { refusal } from '#kernel';
import { hasRole } from '../office/hierarchy.js';
import type { Role } from '../office/office.events.js';
import type { Office } from '../office/standing.js';

export const notOpenToRole = refusal(
  'not_open_to_role',
  403,
  { vi: 'Vị trí của bạn không làm việc này', en: 'This is not for your post' },
  { vi: 'Dành cho: {who}.', en: 'It is for: {who}.' },
);

/**
 * What of the office a right reaches: all of it, what one leads, what lies below one in the tree (never one's own), either
 * of these, what comes over the one-stop desk, a dossier one holds, or what is one's own to give (a delegation, a file). Four eyes (R3) is `below`: nobody accepts their own.
 */
export type Scope = 'office' | 'led' | 'below' | 'led or below' | 'desk' | 'held' | 'desk or held' | 'own';

/** A line of the table: who may do the act, how far it reaches. Workers act by themselves, under a rule. */
export interface Right {
  /** `applicant`: whoever the office serves, without an account. */
  by: readonly (Role | 'worker' | 'applicant')[];
  scope: Scope;
}

/** Acts by name; what is not among them nobody may do. */
export type Rights = Readonly<Record<string, Right>>;

/** The actor of what is done from outside, without an account. */
export const APPLICANT = 'applicant';

/** Denies by default: asked on the way of every command, whoever sent it. */
export class Authorisation {
  constructor(readonly rights: Rights) {}

  /** Refuses `not_open_to_role` unless a post that the actor acts in now carries the right. */
  require(office: Office, actor: string, act: string): void {
    const right = this.rights[act];
    if (right && mayDo(right, office, actor)) return;
    throw notOpenToRole({ who: right ? right.by.join(', ') : '-' });
  }
}

function mayDo({ by }: Right, office: Office, actor: string): boolean {
  if (actor.startsWith('worker:')) return by.includes('worker');
  if (actor === APPLICANT) return by.includes('applicant');
  return hasRole(office, actor, ...(by as readonly Role[]));
}
