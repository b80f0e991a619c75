import type { AggregateStore } from './aggregate.js';

const AT_ONCE = 500;

/** All streams of a kind that the log of an office knows, by their ids, some hundred at a time; those that begin meanwhile may be among them. */
export async function* allStreams(
  aggregates: Pick<AggregateStore, 'streams'>,
  office: string,
  kind: string,
  atOnce = AT_ONCE,
): AsyncGenerator<string[]> {
  for (let after: string | undefined; ;) {
    const ids = await aggregates.streams(office, kind, after, atOnce);
    if (ids.length > 0) yield ids;
    if (ids.length < atOnce) return;
    after = ids.at(-1);
  }
}
