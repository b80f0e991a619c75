import { useSyncExternalStore } from 'react';

const KEPT = 'minh-bach.signed-in';
const listeners = new Set<() => void>();
const tellAll = (): void => {
  for (const tell of listeners) tell();
};
const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

/** Whom this window was opened for: all windows of a browser share one session, which may be another's by now. */
let openedFor: string | undefined;

export function openFor(personId: string): void {
  openedFor ??= personId;
}

export const isOpenedFor = (): string | undefined => openedFor;

/** Whether a session that was there is over: then what is on the screen stays, and a sign-in is asked for over it. */
let lapsed = false;

export function lapse(): void {
  lapsed = true;
  tellAll();
}

export const isLapsed = (): boolean => lapsed;

export const useLapsed = (): boolean => useSyncExternalStore(subscribe, () => lapsed);

/** The session's cookie is not for scripts to read: this says whether there may be one, so that nobody asks in vain. */
const mayBeSignedIn = (): boolean => localStorage.getItem(KEPT) !== null || location.hash === '#signed-in';

export function signedIn(): void {
  localStorage.setItem(KEPT, 'yes');
  lapsed = false;
  tellAll();
}

export function signedOut(): void {
  localStorage.removeItem(KEPT);
  tellAll();
}

export const useMayBeSignedIn = (): boolean => useSyncExternalStore(subscribe, mayBeSignedIn);
