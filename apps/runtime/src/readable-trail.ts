import type { EventRow } from '#event-store';
import type { Language } from '#kernel';
import { sentenceOf } from '#ledger';
import { taskRow } from '#planning';
import { In } from 'typeorm';
import type { Runtime } from './runtime.js';
import { sentences } from './sentences.js';

/** Entries of the trail as sentences, with the names that people, posts, units and tasks have now. */
export async function readableTrail(
  { organisation, accounts, source }: Runtime,
  office: string,
  rows: EventRow[],
  language: Language,
): Promise<{ sentence(row: EventRow): string; nameOf(id: string): string | undefined }> {
  const [state, people] = await Promise.all([organisation.current(office), accounts.names(office)]);
  const nameOf = (id: string) => people.get(id) ?? state.posts.get(id)?.title ?? state.units.get(id)?.name;
  const ids = [...new Set(rows.filter(({ kind }) => kind === 'task').map(({ subject }) => subject))];
  const tasks =
    ids.length === 0 ? [] : await source.getRepository(taskRow).findBy({ office, taskId: In(ids) });
  const subjects = new Map(tasks.map(({ taskId, view }) => [taskId, `${view.number} "${view.title}"`]));
  return {
    nameOf,
    sentence: (row) => sentenceOf(row, sentences, nameOf, subjects.get(row.subject), language),
  };
}
