import type { Aggregate } from '#event-store';
import type { EntryEvent, Said } from './entry.events.js';
import type { KindName } from './kinds.js';

/** An entry of a register (mục ghi sổ) as its events leave it; nothing in it that JSON could not hold. */
export interface Entry extends Said {
  status: 'none' | 'entered' | 'withdrawn';
  kind: KindName;
  by: string;
  enteredAt: string | null;
  /** Why it was changed last; why it was withdrawn. */
  corrected: string | null;
  withdrawn: string | null;
}

export const entry: Aggregate<Entry, EntryEvent> = {
  kind: 'register-entry',
  initial: {
    status: 'none',
    kind: 'training',
    day: '',
    title: '',
    unitId: null,
    taskId: null,
    facts: {},
    note: null,
    evidence: null,
    by: '',
    enteredAt: null,
    corrected: null,
    withdrawn: null,
  },
  evolve(state, { type, data }, at) {
    switch (type) {
      case 'RegisterEntryMade':
        return { ...state, status: 'entered', ...data, enteredAt: at.toISOString() };
      case 'RegisterEntryCorrected': {
        const { reason, ...said } = data;
        return { ...state, ...said, corrected: reason };
      }
      case 'RegisterEntryWithdrawn':
        return { ...state, status: 'withdrawn', withdrawn: data.reason };
    }
  },
};
