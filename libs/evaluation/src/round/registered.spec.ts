import type { RegisterTotal } from '#registers';
import { registered } from './registered.js';

const total = (
  kind: RegisterTotal['kind'],
  entries: number,
  choice: string | null = null,
): RegisterTotal => ({
  ...{
    kind,
    choice,
    entries,
    participants: 0,
    hours: 0,
    done: 0,
    checked: 0,
    lacking: 0,
    persons: 0,
    total: null,
  },
});

it('every entry of a register counts, an initiative once it is recognised, and what nobody entered is none', () => {
  const totals = [
    total('training', 3),
    total('publicity', 4, 'radio'),
    total('publicity', 2, 'social'),
    total('initiative', 2, 'none'),
    total('initiative', 1, 'commune'),
  ];
  const told = registered(totals, ['training', 'publicity', 'initiative', 'archive']);
  expect(told.map(({ index, part }) => [index, part])).toEqual([
    ['REGISTER_training', 3],
    ['REGISTER_publicity', 6],
    ['REGISTER_initiative', 1],
    ['REGISTER_archive', 0],
  ]);
});
