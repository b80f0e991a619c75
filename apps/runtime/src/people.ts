import { derivedId, newId } from '#kernel';
import { officeSubject } from '#organisation';
import type { OfficeForm } from './found-office.js';
import type { Runtime } from './runtime.js';

/** The id of one of an office's first people, by username; throws where the form knows no such person. */
export type People = (username: string) => string;

/**
 * The people of an office's form. Their ids are random, so that nobody computes an account's name from the public ledger;
 * once the office is founded, they are those that its first act appointed.
 */
export async function peopleOf(
  { store }: Pick<Runtime, 'store'>,
  { office, posts }: OfficeForm,
): Promise<People> {
  const appointed = new Map<unknown, unknown>();
  for (const { type, data } of await store.readStream(office, officeSubject(office)))
    if (type === 'PersonAppointed' && !appointed.has(data.postId)) appointed.set(data.postId, data.personId);
  const ids = new Map(
    posts.flatMap(({ key, person }) => {
      if (!person) return [];
      const known = person.personId ?? appointed.get(derivedId(office, 'post', key));
      return [[person.username, typeof known === 'string' ? known : newId()] as const];
    }),
  );
  return (username) => {
    const id = ids.get(username);
    if (id === undefined) throw new Error(`${office} was founded without "${username}"`);
    return id;
  };
}
