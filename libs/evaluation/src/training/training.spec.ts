import { trainedOf } from './training.js';

const session = (id: string, hours: number, ...officials: string[]) => ({
  ...{ id, day: '2025-03-14', title: 'Tập huấn', hours, officials },
});

it('hours and sessions of each, of those they took part in; who took part in none is there with nothing', () => {
  const attended = [session('a', 4, 'p', 'q'), session('b', 8, 'p'), session('c', 6, 'x')];
  expect(trainedOf(['p', 'q', 'r'], attended)).toEqual([
    { personId: 'p', sessions: 2, hours: 12 },
    { personId: 'q', sessions: 1, hours: 4 },
    { personId: 'r', sessions: 0, hours: 0 },
  ]);
  expect(trainedOf([], attended)).toEqual([]);
});
