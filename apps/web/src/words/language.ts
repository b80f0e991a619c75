import { useSyncExternalStore } from 'react';

/** The languages of the client: Vietnamese, unless somebody chose English. */
export type Language = 'vi' | 'en';

const KEPT = 'minh-bach.language';
const listeners = new Set<() => void>();

const kept = (): Language => {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi'; // a browser that keeps nothing
  }
};
let language = kept();
document.documentElement.lang = language;

export const languageNow = (): Language => language;

export function chooseLanguage(next: Language): void {
  language = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(KEPT, next);
  } catch {
    // chosen for as long as the window is open
  }
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

export const useLanguage = (): Language => useSyncExternalStore(subscribe, languageNow);

/** The words of a part of the client in the language that is chosen; both catalogues have the same shape. */
export const useWords = <W>(catalogues: Readonly<Record<Language, W>>): W => catalogues[useLanguage()];
