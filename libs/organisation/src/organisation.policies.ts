import { causedBy, isOf, type EventOf } from '#event-store';
import { derivedId, inOffice } from '#kernel';
import type { Reaction } from '#projection';
import type { Commands } from './command/commands.js';
import { officeSubject } from './office-subject.js';
import type { OfficeEvent } from './office/office.events.js';
import { office as offices } from './office/office.js';
import { ReceiveOffice } from './office/succession.js';
import { RecordLastCheckpoint } from './office/told.js';
import type { Organisation } from './organisation.service.js';

/** The successor of an ended office records what it took over, and by which event there (R28). */
export function receiveOnOfficeEnd(organisation: Organisation, commands: Commands): Reaction {
  return {
    name: 'receive_on_office_end',
    types: ['OfficeEnded'],
    async react(events) {
      for (const event of events)
        if (isOf(offices, event) && event.type === 'OfficeEnded')
          await receive(organisation, commands, event);
    },
  };
}

async function receive(
  organisation: Organisation,
  commands: Commands,
  event: EventOf<OfficeEvent, 'OfficeEnded'>,
): Promise<void> {
  const { successor, document } = event.data;
  const { name } = await organisation.current(event.office);
  const data = { office: event.office, name, endedBy: event.eventId, document };
  await inOffice(successor, () =>
    commands.send(
      ReceiveOffice,
      { ...causedBy(event, 'organisation', 'R28', 'arrival'), office: successor },
      officeSubject(successor),
      data,
    ),
  );
}

/**
 * Once an ended office's trail is sealed, its successor records the signed checkpoint: each trail points at the other,
 * and the successor's ledger vouches for the end of its predecessor's.
 */
export async function tellSuccessorOfEnd(
  organisation: Organisation,
  commands: Commands,
  office: string,
  last: Omit<RecordLastCheckpoint, 'office'>,
): Promise<void> {
  const { succession } = await organisation.current(office);
  if (!succession) return;
  const data = { office, ...last };
  await inOffice(succession.successor, () =>
    commands.send(
      RecordLastCheckpoint,
      {
        office: succession.successor,
        actor: 'worker:ledger',
        commandId: derivedId(office, 'last-checkpoint', last.size),
        rule: 'R28',
      },
      officeSubject(succession.successor),
      data,
    ),
  );
}
