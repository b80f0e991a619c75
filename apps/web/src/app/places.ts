import type { Me } from '#client';

/** The sections of the client, and whose they are. */
export interface Place {
  to: '/' | '/tasks' | '/plan' | '/trail';
  name: 'work' | 'tasks' | 'plan' | 'trail';
  open: (me: Me) => boolean;
}

const everybody = (): boolean => true;

export const PLACES: readonly Place[] = [
  { to: '/', name: 'work', open: everybody },
  { to: '/tasks', name: 'tasks', open: everybody },
  { to: '/plan', name: 'plan', open: everybody },
  { to: '/trail', name: 'trail', open: everybody },
];
