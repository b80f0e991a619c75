import { readMapping, sourceOf } from './mapping.js';
import { loadPast, pastDossier, type PastDossier } from './past-dossier.js';

describe('loading again', () => {
  const past = {
    ...{ caseId: 'c', source: 's', procedure: '', unit: '', channel: '', late: false },
    ...{ startedAt: '2011-01-01T00:00:00.000Z', due: null, endedAt: null },
    steps: [{ activity: 'a', resource: null, at: '2011-01-01T00:00:00.000Z' }],
  } satisfies PastDossier;
  const loaded = loadPast(pastDossier.initial, past).reduce(
    (state, one) => pastDossier.evolve(state, one, new Date(0)),
    pastDossier.initial,
  );
  it('changes nothing', () => expect(loadPast(loaded, past)).toEqual([]));
  it('adds the steps of rows that were mended', () => {
    const mended = { activity: 'b', resource: 'An', at: '2010-12-31T00:00:00.000Z' };
    expect(loadPast(loaded, { ...past, steps: [mended] })).toEqual([
      { type: 'PastStepsAdded', data: { source: 's', caseId: 'c', steps: [mended], lastStep: 'a' } },
    ]);
  });
});

it.each([
  ['activities of ours that are none', { activities: { x: 'dance' } }],
  ['keys that are none', { colour: 'x' }],
  ['an offset that is none', { offset: 'Hanoi' }],
  ['an encoding that is none', { encoding: 'tcvn-3' }],
  ['no case', { case: null }],
  ['a list', []],
])('a mapping with %s is refused', (_name, mapping) =>
  expect(() => readMapping(mapping, 'x')).toThrow('mapping_invalid'),
);

it('a log is the same source packed, and as its mended rows', () => {
  expect(['a.csv', 'a.csv.gz', 'a.csv.rejected.csv', 'a.csv.rejected-2.csv'].map(sourceOf)).toEqual(
    new Array<string>(4).fill('a.csv'),
  );
  expect(() => readMapping({}, 'a'.repeat(201))).toThrow('mapping_invalid');
});
