import type { Commands } from '#organisation';
import { subscription, type Subscription } from './subscription.js';
import { Webhooks } from './webhooks.service.js';

const made = Array.from({ length: 424 }, (_, n) => ({
  id: String(n).padStart(3, '0'),
  status: n % 30 === 7 ? ('active' as const) : ('ended' as const),
}));

it('F13: of many subscriptions that were ever made, all that are active are told', async () => {
  const loaded: string[] = [];
  const aggregates = {
    streams: (_office: string, _kind: string, after: string | undefined, limit: number) =>
      Promise.resolve(
        made
          .map(({ id }) => id)
          .filter((id) => id > (after ?? ''))
          .slice(0, limit),
      ),
    load: (_of: unknown, _office: string, id: string) => {
      loaded.push(id);
      const { status } = made.find((one) => one.id === id)!;
      return Promise.resolve({
        version: 1,
        state: { ...subscription.initial, status } satisfies Subscription,
      });
    },
  };
  const webhooks = new Webhooks(aggregates as never, {} as Commands, new Set(), false);
  const active = made.filter(({ status }) => status === 'active').map(({ id }) => id);
  expect((await webhooks.active('xa')).map(({ id }) => id)).toEqual(active);
  loaded.length = 0;
  expect(await webhooks.active('xa')).toHaveLength(active.length);
  expect(loaded).toEqual(active); // what has ended stays so
});
