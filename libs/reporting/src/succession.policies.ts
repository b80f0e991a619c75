import {
  allStreams,
  causedBy,
  causedIn,
  isOf,
  type AggregateStore,
  type EventOf,
  type StoredEvent,
} from '#event-store';
import { inOffice } from '#kernel';
import type { Commands, Organisation } from '#organisation';
import type { Reaction } from '#projection';
import { report } from './report/report.js';
import type { ReportEvent } from './report/report.events.js';
import { TakeOverReport, TransferReport, carriedReport } from './report/transfer.js';

/**
 * When a whole office ends, its reports that are not out go to its successor (R28), as its tasks do: closed here, then
 * taken over there. Those that were sent stay where they are.
 */
export function handOverReports(
  aggregates: AggregateStore,
  commands: Commands,
  organisation: Organisation,
): Reaction {
  return {
    name: 'hand_over_reports',
    types: ['OfficeEnded', 'ReportTransferred'],
    async react(events) {
      for (const event of events) {
        if (event.type === 'OfficeEnded') await transferAll(aggregates, commands, event);
        if (isOf(report, event) && event.type === 'ReportTransferred')
          await arrive(aggregates, commands, organisation, event);
      }
    },
  };
}

async function transferAll(
  aggregates: AggregateStore,
  commands: Commands,
  event: StoredEvent,
): Promise<void> {
  const ended = event.recordedAt.toISOString();
  for await (const ids of allStreams(aggregates, event.office, report.kind))
    for (const id of ids)
      await commands.send(TransferReport, causedBy(event, 'reporting', 'R28', id), id, { ended });
}

async function arrive(
  aggregates: AggregateStore,
  commands: Commands,
  organisation: Organisation,
  event: EventOf<ReportEvent, 'ReportTransferred'>,
): Promise<void> {
  const { office, subject } = event;
  const { toOffice, document } = event.data;
  const [{ state }, { name }] = await Promise.all([
    aggregates.load(report, office, subject),
    organisation.current(office),
  ]);
  const carried = carriedReport(state, event.data, { office, name });
  await inOffice(toOffice, () =>
    commands.send(TakeOverReport, causedIn(toOffice, event, 'reporting', 'R28', 'arrival'), subject, {
      fromOffice: office,
      document,
      carried,
    }),
  );
}
