import type { Me } from '#client';

/** The sections of the client, and whose they are. */
export interface Place {
  to:
    | '/'
    | '/decisions'
    | '/reception'
    | '/dossiers'
    | '/feedback'
    | '/tasks'
    | '/plan'
    | '/reports'
    | '/inspections'
    | '/evaluation'
    | '/registers'
    | '/trail'
    | '/organisation'
    | '/administration';
  name:
    | 'work'
    | 'decisions'
    | 'reception'
    | 'dossiers'
    | 'feedback'
    | 'tasks'
    | 'plan'
    | 'reports'
    | 'inspections'
    | 'evaluation'
    | 'registers'
    | 'trail'
    | 'organisation'
    | 'administration';
  open: (me: Me) => boolean;
}

const LEADERS = ['chairman', 'vice-chairman', 'office-of-record'];
const leads = ({ posts }: Me): boolean =>
  posts.some(({ roles }) => roles.some((role) => LEADERS.includes(role)));
const everybody = (): boolean => true;

export const PLACES: readonly Place[] = [
  { to: '/', name: 'work', open: everybody },
  { to: '/decisions', name: 'decisions', open: leads },
  { to: '/reception', name: 'reception', open: ({ atDesk }) => atDesk },
  { to: '/dossiers', name: 'dossiers', open: everybody },
  { to: '/feedback', name: 'feedback', open: everybody },
  { to: '/tasks', name: 'tasks', open: everybody },
  { to: '/plan', name: 'plan', open: everybody },
  { to: '/reports', name: 'reports', open: everybody },
  { to: '/inspections', name: 'inspections', open: everybody },
  { to: '/evaluation', name: 'evaluation', open: everybody },
  { to: '/registers', name: 'registers', open: everybody },
  { to: '/trail', name: 'trail', open: everybody },
  { to: '/organisation', name: 'organisation', open: everybody },
  // Whoever may ask that a lost second factor be removed sees whose it would be.
  { to: '/administration', name: 'administration', open: ({ acts }) => acts.includes('AskFactorRemoval') },
];
