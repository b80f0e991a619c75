import type { StoredEvent } from '#event-store';
import { isoOffset } from '#kernel';

/** CloudEvents 1.0 in structured mode (`application/cloudevents+json`), with `sequence` to put them in order by. */
export const cloudEventOf = ({
  office,
  eventId,
  type,
  subject,
  recordedAt,
  data,
  version,
  position,
  actor,
}: StoredEvent) => ({
  specversion: '1.0',
  id: eventId,
  source: `/offices/${office}`,
  type: `vn.minh-bach.${type}`,
  subject,
  time: isoOffset(recordedAt),
  datacontenttype: 'application/json',
  sequence: String(position).padStart(20, '0'),
  data: { version, actor, ...withoutAgenda(data) },
});

/** What is still to happen is the office's own affair. */
function withoutAgenda({ agenda: _agenda, ...data }: Record<string, unknown>): Record<string, unknown> {
  return data;
}
