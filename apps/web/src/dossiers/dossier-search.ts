import type { DossiersListData } from '#client';

/** Whose work, and which: each is a question to the service. */
export const QUEUES = [
  'mine',
  'offered',
  'online',
  'ready',
  'overdue',
  'apology',
  'open',
  'archive',
  'all',
] as const;
export type Queue = (typeof QUEUES)[number];

/** What is looked for, as it stands in the address: it can be kept, sent, and gone back to. */
export interface DossierSearch {
  queue?: Queue;
  procedure?: string;
  code?: string;
}

const isQueue = (value: unknown): value is Queue => QUEUES.some((queue) => queue === value);
/** A code typed into the address may look like a number. */
const said = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

export const dossierSearch = ({ queue, procedure, code }: Record<string, unknown>): DossierSearch => ({
  ...(isQueue(queue) ? { queue } : {}),
  ...(said(procedure) === '' ? {} : { procedure: said(procedure) }),
  ...(said(code) === '' ? {} : { code: said(code) }),
});

type Query = NonNullable<DossiersListData['query']>;

const ASKED: Readonly<Record<Queue, Query>> = {
  mine: { holder: 'me', status: 'open' },
  offered: { offered: 'me', status: 'open' },
  online: { status: 'submitted' },
  ready: { status: 'result_ready' },
  overdue: { overdue: 'yes', status: 'open' },
  apology: { apology: 'owed' },
  open: { status: 'open' },
  archive: { archive: 'lacking' },
  // All that was ever received, the latest first.
  all: { receivedFrom: '2000-01-01' },
};

/** A code is looked for among all; else the queue is listed. */
export const queryOf = ({ procedure, code }: DossierSearch, queue: Queue): Query => ({
  ...(code === undefined ? ASKED[queue] : { codeBegins: code }),
  ...(procedure === undefined ? {} : { procedure }),
});
