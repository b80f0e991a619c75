import { Follower } from './follower.js';
import { stream } from './stream.js';

const change = (position: number) => ({
  transactionId: '7',
  position,
  kind: 'task',
  subject: '0199c2a8-0000-7000-8000-000000000000',
  version: position,
});

it('a session that is over is found out however much is told meanwhile', async () => {
  const follower = new Follower();
  let position = 0;
  let asked = 0;
  const telling = setInterval(() => follower.tell([change((position += 1))]), 5);
  const said: string[] = [];
  const following = { follower, reached: { transactionId: '7', position: 0 } };
  for await (const text of stream(following, async () => (asked += 1) < 3, 40)) said.push(text);
  clearInterval(telling);
  expect(asked).toBe(3);
  expect(said.at(-1)).toBe('event: signed-out\ndata: {}\n\n');
  expect(said.some((text) => text.includes('event: change\nid: 7-1\n'))).toBe(true);
});

it('what comes late does not put the look at the session off', async () => {
  const waited: number[] = [];
  const follower = {
    next: async (patienceMs: number) => {
      waited.push(patienceMs);
      await new Promise((resolve) => setTimeout(resolve, Math.min(patienceMs, 30)));
      return [change(1)];
    },
  };
  const following = { follower, reached: { transactionId: '7', position: 0 } };
  for await (const _ of stream(following, async () => false, 100));
  expect(Math.max(...waited.slice(1))).toBeLessThanOrEqual(75);
});
