import { Receipts, type Receipt } from './receipts.js';

const receipts = new Receipts({ keysFor: (context) => [Buffer.alloc(32, context)] });
const rotated = new Receipts({
  keysFor: (context) => [Buffer.alloc(32, `new ${context}`), Buffer.alloc(32, context)],
});
const RECEIPT: Receipt = {
  what: 'feedback',
  code: 'c',
  secret: 'ABCDEFGH2345',
  due: null,
  proof: '/ledger/x#mo=y',
};
const HOUR = 3_600_000;

it('a receipt is shown for an hour, to whoever has its address', () => {
  const sealed = receipts.seal('thieu-van', RECEIPT, 0);
  expect(sealed).not.toContain('ABCDEFGH2345');
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('ABCDEFGH2345');
  expect(receipts.open('thieu-van', sealed, HOUR)).toEqual(RECEIPT);
  expect(receipts.open('thieu-van', sealed, HOUR + 1)).toBeUndefined();
});

it('one of another office, altered or made up is none', () => {
  const sealed = receipts.seal('thieu-van', RECEIPT);
  expect(receipts.open('thieu-ly', sealed)).toBeUndefined();
  const bytes = Buffer.from(sealed, 'base64url');
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  expect(receipts.open('thieu-van', bytes.toString('base64url'))).toBeUndefined();
  for (const text of ['', 'x', 'A'.repeat(300), '…'])
    expect(receipts.open('thieu-van', text)).toBeUndefined();
});

it('one from before the master key was changed is shown still', () => {
  expect(rotated.open('thieu-van', receipts.seal('thieu-van', RECEIPT))).toEqual(RECEIPT);
});
