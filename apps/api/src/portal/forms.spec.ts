import { SendFeedback } from '#feedback';
import { fieldsOf, read } from './forms.js';
import { sumOf } from './plan-page.js';
import { isoDay } from './submission-pages.controller.js';

describe('what a form says', () => {
  it('is what was typed: nothing of what was left empty, lines as they were, of a name the last', () => {
    expect(fieldsOf({ name: ' Lan ', phone: '', text: 'một\r\nhai', code: ['a', 'b'] })).toEqual({
      name: 'Lan',
      text: 'một\nhai',
      code: 'b',
    });
    expect(fieldsOf(undefined)).toEqual({});
    expect(fieldsOf('name=Lan')).toEqual({});
  });

  it('is held against the command’s own class', async () => {
    expect(await read(SendFeedback, { text: 'Đèn đường thôn hai hỏng.' })).toBeInstanceOf(SendFeedback);
    await expect(read(SendFeedback, { text: 'ngắn', about: '?' })).rejects.toMatchObject({
      kind: { code: 'invalid_input' },
      values: { errors: [{ field: 'text' }, { field: 'about' }] },
    });
    await expect(read(SendFeedback, { text: 'Đèn đường hỏng.', channel: 'post' })).rejects.toThrow(
      'invalid_input',
    );
  });
});

it.each([
  ['5/9/1987', '1987-09-05'],
  ['05.09.1987', '1987-09-05'],
  ['05-09-1987', '1987-09-05'],
  ['1987-09-05', '1987-09-05'],
  ['ngày 5', 'ngày 5'],
])('a day typed as %s is %s', (typed, iso) => expect(isoDay(typed)).toBe(iso));

it('groups of tasks together: the percentage is the mean of the tasks, not of the groups', () => {
  const group = { tasks: 1, completed: 1, running: 0, late: 0, silent: 0, percent: 100 };
  const other = { tasks: 3, completed: 0, running: 3, late: 2, silent: 1, percent: 20 };
  expect(sumOf([group, other])).toEqual({
    tasks: 4,
    completed: 1,
    running: 3,
    late: 2,
    silent: 1,
    percent: 40,
  });
  expect(sumOf([]).percent).toBe(0);
});
