import { validateSync } from 'class-validator';
import fc from 'fast-check';
import {
  Dong,
  DayField,
  Email,
  InstantField,
  Text,
  isDayWithin,
  isInstantWithin,
  isTextOf,
} from './index.js';

class Everything {
  @DayField({ description: 'd', optional: true })
  day?: unknown;
  @InstantField({ description: 'd', optional: true })
  instant?: unknown;
  @Text({ description: 'd', max: 20, optional: true })
  text?: unknown;
  @Dong({ description: 'd', optional: true })
  dong?: unknown;
  @Email({ description: 'd', optional: true })
  email?: unknown;
}
const takes = (given: Partial<Everything>) =>
  validateSync(Object.assign(new Everything(), given)).length === 0;

it.each(['0000-01-01', '0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '2025-02-30', '2025-2-1', 7])(
  'the day %p is refused',
  (day) => expect(takes({ day })).toBe(false),
);
it.each(['1900-01-01', '2024-02-29', '2199-12-31'])('the day %p is taken', (day) =>
  expect(takes({ day })).toBe(true),
);
it.each([
  '0001-01-01T00:00:00+07:00',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-14:00',
  '2200-01-01T00:00:00Z',
  '2025-01-01T00:00:00',
])('the instant %p is refused', (instant) => expect(takes({ instant })).toBe(false));
it.each(['a\0b', '\ud800', 'a\udfff', '\ufffd', 'a\u0085'])('the text %j is refused', (text) =>
  expect(takes({ text })).toBe(false),
);
it.each([-1, 1_000_000_001, 3_000_000_000, 2 ** 53, 1.5, NaN, Infinity, '5'])('%p đồng are refused', (dong) =>
  expect(takes({ dong })).toBe(false),
);

it.each(['', 'x', '\ud800@xa.example', 'a@xa.ex\udfffample', `${'a'.repeat(300)}@xa.example`, 7, {}])(
  '%j is no e-mail address, and no fault of the service’s either',
  (email) => expect(takes({ email })).toBe(false),
);
it('an e-mail address is taken', () => expect(takes({ email: 'can-bo@thieuvan.example' })).toBe(true));

it('whatever a field takes can be kept and computed with', () => {
  fc.assert(
    fc.property(
      fc.record({
        day: fc.oneof(
          fc.date({ noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)),
          fc.string(),
        ),
        instant: fc.oneof(
          fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
          fc.string(),
        ),
        text: fc.string({ unit: 'binary', maxLength: 30 }),
        dong: fc.oneof(fc.double(), fc.integer()),
      }),
      (given) => {
        const { day, instant, text, dong } = given;
        if (takes({ day })) expect(isDayWithin(day)).toBe(true);
        if (takes({ instant })) expect(isInstantWithin(new Date(instant))).toBe(true);
        if (takes({ text })) expect(isTextOf(text, 20, 1) && text.isWellFormed()).toBe(true);
        if (takes({ dong })) expect(Number.isSafeInteger(dong) && dong >= 0).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});
