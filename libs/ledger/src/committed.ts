import type { EventRow } from '#event-store';

/** What an event says that its act put into the vault: of whom, by which act. */
export interface CommittedContent {
  personId: string;
  actId: string;
  commitment: string;
}

/** The commitment that an event holds, if it holds one; of its stream's own person, unless it names another. */
export function committedIn({ subject, command_id: actId, data }: EventRow): CommittedContent | undefined {
  const { commitment, personId } = data;
  if (typeof commitment !== 'string') return undefined;
  return { personId: typeof personId === 'string' ? personId : subject, actId, commitment };
}
