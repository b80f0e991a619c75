/** A stream that counts, for the store's own specs. */
import { newId, refusal } from '#kernel';
import type { Act, Aggregate } from './index.js';

export type Counted = { type: 'Counted'; data: { by: number } };
export const counter: Aggregate<number, Counted> = {
  kind: 'counter',
  initial: 0,
  evolve: (n, { data }) => n + data.by,
};
export const full = refusal('full', 409, { vi: 'Đầy', en: 'Full' }, { vi: '', en: '' });
/** Adds one, up to a limit. */
export const up =
  (limit: number) =>
  (n: number): Counted[] => {
    if (n >= limit) throw full();
    return [{ type: 'Counted', data: { by: 1 } }];
  };
export const act = (subject: string, over: Partial<Act> = {}): Act => ({
  office: 'o',
  subject,
  commandId: newId(),
  digest: 'd',
  attribution: { actor: 'a' },
  now: new Date('2025-01-02T08:00:00Z'),
  ...over,
});
