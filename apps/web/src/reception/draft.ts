import type { ComponentHandedIn } from '#client';
import { useState } from 'react';
import { dropDraft, keepState, keptState } from '../ui/drafts';
import { NOTHING, type Facts } from './looked-up';

export const DRAFT = 'reception';
const STATE = `${DRAFT} state`;

export const PAPER_FORMS = ['original', 'copy', 'digitised'] as const;
export type PaperForm = Extract<ComponentHandedIn['form'], (typeof PAPER_FORMS)[number]>;
export const CHANNELS = ['counter', 'online', 'post'] as const;

/** What is typed at the desk and not received yet. */
export interface ReceptionDraft {
  procedure: string | null;
  /** Somebody registered before; null: the facts are of somebody new. */
  applicantId: string | null;
  facts: Facts;
  /** Whether it is known who it is: the fields are shown. */
  asked: boolean;
  papers: Readonly<Record<string, PaperForm>>;
  returnBy: (typeof CHANNELS)[number];
}

const EMPTY: ReceptionDraft = {
  procedure: null,
  applicantId: null,
  facts: NOTHING,
  asked: false,
  papers: {},
  returnBy: 'counter',
};

const kept = (): ReceptionDraft => ({
  ...EMPTY,
  ...(keptState(STATE) as Partial<ReceptionDraft> | undefined),
});

/** Whether something is being typed that another draft would take the place of. */
export const isTyping = (): boolean => kept().procedure !== null || kept().asked;

/** Puts a draft back, for the form that opens next. */
export const putBack = (draft: ReceptionDraft): void => keepState(STATE, draft);

/** The draft of this window's reception: the same after a reload, until it is received or its clerk signs out. */
export function useReceptionDraft() {
  const [draft, setDraft] = useState(kept);
  const change = (part: Partial<ReceptionDraft>) =>
    setDraft((before) => {
      const after = { ...before, ...part };
      keepState(STATE, after);
      return after;
    });
  const drop = () => {
    dropDraft(STATE);
    setDraft(EMPTY);
  };
  return { draft, change, drop };
}
