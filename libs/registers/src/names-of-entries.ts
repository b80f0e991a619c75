import type { NamesOf } from '#capability';
import type { AggregateStore } from '#event-store';
import { kindOf } from './entry/kinds.js';
import { entry } from './entry/entry.js';

/** Entries by their register and title. */
export const namesOfEntries =
  (aggregates: AggregateStore): NamesOf =>
  async (office, ids) => {
    const names = await Promise.all(
      ids.map(async (id) => {
        const { status, kind, title } = (await aggregates.load(entry, office, id)).state;
        const { vi, en } = kindOf(kind).title;
        return status === 'none' ? [] : [[id, { vi: `${vi}: ${title}`, en: `${en}: ${title}` }] as const];
      }),
    );
    return new Map(names.flat());
  };
