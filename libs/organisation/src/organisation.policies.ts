import { causedBy, type StoredEvent } from '#event-store';
import { derivedId, inOffice } from '#kernel';
import type { Reaction } from '#projection';
import { receiveOffice } from './office/succession.js';
import type { Organisation } from './organisation.service.js';

/** The successor of an ended office records what it took over, and by which event there (R28). */
export function receiveOnOfficeEnd(organisation: Organisation): Reaction {
  return {
    name: 'receive_on_office_end',
    types: ['OfficeEnded'],
    async react(events) {
      for (const event of events) await receive(organisation, event);
    },
  };
}

async function receive(organisation: Organisation, event: StoredEvent): Promise<void> {
  const { successor, document } = event.data as { successor: string; document: string };
  const { name } = await organisation.current(event.office);
  const data = { office: event.office, name, endedBy: event.eventId, document };
  await inOffice(successor, () =>
    organisation.act(
      { ...causedBy(event, 'organisation', 'R28', 'arrival'), office: successor },
      data,
      (state) => receiveOffice(state, data),
      'ReceiveOffice',
    ),
  );
}

/** The signed end of an ended office's ledger. */
export interface LastCheckpoint {
  size: number;
  key: string;
  checkpoint: string;
}

/**
 * Once an ended office's trail is sealed, its successor records the signed checkpoint: each trail points at the other,
 * and the successor's ledger vouches for the end of its predecessor's.
 */
export async function recordLastCheckpoint(
  organisation: Organisation,
  office: string,
  last: LastCheckpoint,
): Promise<void> {
  const { succession } = await organisation.current(office);
  if (!succession) return;
  const data = { office, ...last };
  await inOffice(succession.successor, () =>
    organisation.act(
      {
        office: succession.successor,
        actor: 'worker:ledger',
        commandId: derivedId(office, 'last-checkpoint', last.size),
        rule: 'R28',
      },
      data,
      () => [{ type: 'PredecessorSealed', data }],
      'RecordLastCheckpoint',
    ),
  );
}
