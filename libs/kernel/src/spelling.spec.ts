import {
  canonicalCode,
  canonicalEmail,
  canonicalNumber,
  canonicalPhone,
  canonicalUsername,
  oneForm,
  withoutMarks,
} from './spelling.js';

describe('F16: one thing has one spelling', () => {
  it.each([
    '0912345678',
    '+84912345678',
    '(0912) 345 678',
    '0912.345.678',
    '0912-345-678',
    '84912345678',
    '+84 (0)912 345 678',
    '００８４ 912 345 678',
    '０９１２３４５６７８',
    '+84\u00a0912\u2011345\u2011678',
  ])('the phone %s', (written) => expect(canonicalPhone(written)).toBe('+84912345678'));

  it.each([
    ['a line at a desk', '024 3825 1234', '+842438251234'],
    ['from abroad', '+1 213 373 4253', '+12133734253'],
    ['none', 'gọi nhà bên', undefined],
    ['too short', '0912', undefined],
    ['two', '0912345678/0987654321', undefined],
  ])('a phone that is %s', (_what, written, read) => expect(canonicalPhone(written)).toBe(read));

  it.each(['038 195 001 234', '038195001234', '038.195.001-234', ' 038195001234\u200b'])(
    'the identity number %s',
    (written) => expect(canonicalNumber(written)).toBe('038195001234'),
  );
  it('a passport', () => expect(canonicalNumber('b 1234-567')).toBe('B1234567'));

  it.each([
    'H56.33.05-250303-0001',
    'h56.33.05-250303-0001',
    ' H56.33.05 – 250303 – 0001 ',
    'H56.33.05 250303 0001',
    'H56.33.05‑250303‑0001',
    'H56.33.052503030001',
  ])('the code %s', (written) => expect(canonicalCode(written)).toBe('H56.33.05-250303-0001'));
  it('a code of the ten thousandth dossier of a day', () =>
    expect(canonicalCode('x-250303-10000')).toBe('X-250303-10000'));

  it('addresses, usernames, names', () => {
    expect(canonicalEmail(' An.Nguyen@Example.VN ')).toBe('an.nguyen@example.vn');
    expect(canonicalUsername('Chairman ')).toBe('chairman');
    expect(withoutMarks('Đường  LÊ Lợi')).toBe('duong le loi');
    expect(withoutMarks('Đường Lê Lợi'.normalize('NFD'))).toBe('duong le loi');
  });

  it('texts within a body, and nothing else', () => {
    const bytes = Buffer.from('e\u0302');
    const query = Object.assign(Object.create(Object.create(null) as object) as Record<string, unknown>, {
      q: 'e\u0302',
    });
    expect(oneForm({ a: ['e\u0302\u0301', 1, null], bytes })).toEqual({ a: ['ế', 1, null], bytes });
    expect(oneForm(query)).toEqual({ q: 'ê' });
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
    expect(Array.isArray(oneForm(deep))).toBe(true);
  });
});
