import type { OfficeEvent } from './office.events.js';
import { office, type OfficeHistory } from './office.js';
import { changesOf, tenuresOf } from './tenures.js';

const after = (from: OfficeHistory, day: string, ...events: OfficeEvent[]): OfficeHistory =>
  events.reduce((state, event) => office.evolve(state, event, new Date(`${day}T09:00:00+07:00`)), from);
const head = { postId: 'head', title: 'Trưởng', unitId: 'a', above: null, roles: [], external: false };
const founded = after(
  office.initial,
  '2025-01-02',
  { type: 'PostOpened', data: head },
  { type: 'PersonAppointed', data: { postId: 'head', personId: 'an' } },
);
const history = after(
  founded,
  '2025-03-03',
  {
    type: 'PersonAppointed',
    data: { postId: 'head', personId: 'dung', fromDay: '2025-04-01', toDay: '2025-06-30' },
  },
  {
    type: 'SubstituteNamed',
    data: { postId: 'head', personId: 'chi', fromDay: '2025-05-05', toDay: '2025-05-09', document: 'x' },
  },
);

it('tells who acted in a post and will, the latest first, each to their last day', () => {
  expect(tenuresOf(history, 'head')).toEqual([
    { personId: 'chi', as: 'substitute', since: '2025-05-05', lastDay: '2025-05-09' },
    { personId: 'dung', as: 'holder', since: '2025-04-01', lastDay: '2025-06-30' },
    { personId: 'an', as: 'holder', since: '2025-01-02', lastDay: '2025-03-31' },
  ]);
  expect(tenuresOf(history, 'none')).toEqual([]);
});

it('leaves out who held a post for no day', () => {
  const corrected = after(founded, '2025-01-02', {
    type: 'PersonAppointed',
    data: { postId: 'head', personId: 'binh' },
  });
  expect(tenuresOf(corrected, 'head').map(({ personId }) => personId)).toEqual(['binh']);
});

it('finds the days on which the office became another or will, each once', () => {
  expect(changesOf(history)).toEqual(['2025-01-02', '2025-04-01', '2025-05-05', '2025-05-10', '2025-07-01']);
  expect(changesOf(office.initial)).toEqual([]);
});
