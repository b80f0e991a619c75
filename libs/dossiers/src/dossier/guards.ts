import { actingIn, holds, postsOf, type ActContext, type Office } from '#organisation/office';
import type { ClockSettings } from '../rules/one-stop-rules.js';
import type { Dossier, DossierStatus, Work } from './dossier.js';
import type { Holder } from './dossier.events.js';
import {
  dossierState,
  handOverInvalid,
  notTheDesk,
  notTheHolder,
  unknownDossier,
} from './dossier.refusals.js';

/** It has been received, and the office has not ended its part of it. */
export const OPEN = ['in_progress', 'awaiting_supplement', 'paused'] as const;

/** What a decision on a dossier looks at besides it. */
export interface DossierContext extends Pick<ActContext, 'actor' | 'now' | 'office' | 'calendar'> {
  dossierId: string;
  settings: ClockSettings;
}

/** May be done in these states, by whom the right alone says. */
export const standing =
  (...statuses: DossierStatus[]) =>
  (state: Dossier): WorkedDossier =>
    inState(state, ...statuses);

/** May be done by whoever holds the dossier, in these states (R20). */
export const held =
  (...statuses: DossierStatus[]) =>
  (state: Dossier, context: DossierContext): WorkedDossier => {
    const dossier = inState(state, ...statuses);
    requireHolder(dossier, context);
    return dossier;
  };

/** May be done at the one-stop desk, in these states. */
export const atDesk =
  (...statuses: DossierStatus[]) =>
  (state: Dossier, context: DossierContext): WorkedDossier => {
    requireDesk(context);
    return inState(state, ...statuses);
  };

/** May be done at the desk or by whoever holds the dossier, in these states. */
export const atDeskOrHeld =
  (...statuses: DossierStatus[]) =>
  (state: Dossier, context: DossierContext): WorkedDossier => {
    const dossier = inState(state, ...statuses);
    if (!isDesk(context.office, context.actor)) requireHolder(dossier, context);
    return dossier;
  };

export interface WorkedDossier extends Dossier {
  work: Work;
}

/** Refuses `unknown_dossier`, and `dossier_state` unless it is in one of these states. */
export function inState(state: Dossier, ...statuses: DossierStatus[]): WorkedDossier {
  if (state.status === 'none') throw unknownDossier();
  if (!statuses.includes(state.status) || !state.work)
    throw dossierState({ status: state.status, needed: statuses.join(', ') });
  return { ...state, work: state.work };
}

/** Whether a person acts at the one-stop desk: in a post of it, or at its head. */
export const isDesk = (office: Office, personId: string): boolean =>
  postsOf(office, personId).some(
    (post) =>
      post.kind === 'desk-officer' ||
      [...office.units.values()].some(
        (unit) =>
          unit.kind === 'one-stop' && (unit.unitId === post.unitId || unit.headPostId === post.postId),
      ),
  );

export function requireDesk({ office, actor }: DossierContext): void {
  if (!isDesk(office, actor)) throw notTheDesk();
}

/** R20: whoever holds it, or acts in the holder's post now. */
export function requireHolder({ work }: WorkedDossier, { office, actor }: DossierContext): void {
  if (work.holder.personId !== actor && !holds(office, actor, work.holder.postId)) throw notTheHolder();
}

/** A post and the person who acts in it now; refuses one that nobody is in. */
export function holderOf(office: Office, postId: string): Holder {
  const personId = actingIn(office, postId);
  if (!office.posts.has(postId) || personId === undefined)
    throw handOverInvalid({ why: 'vị trí nhận không có người · nobody is in that post' });
  return { postId, personId };
}

/** The post in which a person acts at the desk. */
export function deskHolder({ office, actor }: DossierContext): Holder {
  const posts = postsOf(office, actor);
  const post = posts.find(({ kind }) => kind === 'desk-officer') ?? posts[0];
  if (!post) throw notTheDesk();
  return { postId: post.postId, personId: actor };
}
