import { runs, type RecordedEvent } from './recorded.js';

const event = (subject: string, version: number): RecordedEvent => ({
  eventId: `${subject}-${version}`,
  kind: 'dossier',
  subject,
  version,
  type: 'DossierReceived',
  schemaVersion: 1,
  recordedAt: '2025-06-04T00:30:00.000Z',
  actor: 'an',
  onBehalfOf: null,
  commandId: `${subject}-${version}`,
  correlationId: null,
  causationId: null,
  rule: null,
  meta: {},
  data: {},
  ordinal: 0,
});

it('what is appended at once stands in the order in which an append writes it', () => {
  const recorded = [event('b', 1), event('b', 2), event('c', 1), event('a', 1), event('b', 3), event('b', 4)];
  const ids = runs(recorded).map((run) => run.map(({ eventId }) => eventId));
  expect(ids).toEqual([
    ['b-1', 'b-2', 'c-1'],
    ['a-1', 'b-3', 'b-4'],
  ]);
});

it('an earlier event of the same stream is not drawn before a later one', () => {
  expect(runs([event('b', 2), event('b', 1)])).toHaveLength(2);
  expect(runs([])).toEqual([]);
});
