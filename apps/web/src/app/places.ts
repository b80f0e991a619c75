import type { Me } from '#client';

/** The sections of the client, and whose they are. */
export interface Place {
  to: '/' | '/tasks';
  name: 'work' | 'tasks';
  open: (me: Me) => boolean;
}

const everybody = (): boolean => true;

export const PLACES: readonly Place[] = [
  { to: '/', name: 'work', open: everybody },
  { to: '/tasks', name: 'tasks', open: everybody },
];
