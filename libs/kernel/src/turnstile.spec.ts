import { Turnstile } from './turnstile.js';

it('so many are within at once, so many wait in turn, and whoever comes then is told', async () => {
  const turnstile = new Turnstile(2, 3, () => new Error('full'));
  const leave: (() => void)[] = [];
  const order: number[] = [];
  let within = 0;
  let most = 0;
  const passes = Array.from({ length: 6 }, (_, n) =>
    turnstile.pass(async () => {
      within += 1;
      most = Math.max(most, within);
      order.push(n);
      await new Promise<void>((resolve) => leave.push(resolve));
      within -= 1;
      if (n === 0) throw new Error('its own');
      return n;
    }),
  );
  const outcomes = Promise.allSettled(passes);
  for (let n = 0; n < 5; n += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    leave.shift()?.();
  }
  expect((await outcomes).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
  ]);
  expect([most, order]).toEqual([2, [0, 1, 2, 3, 4]]);
});
