import { is, isoOffset } from '#kernel';
import type { Sendings } from './circulation.js';

/** To whom something was sent, and who has it, as an answer tells it. */
export const SENDINGS_ANSWER = is.list(
  is.object({
    name: is.line,
    unitId: is.orNull(is.id),
    sentOn: is.day,
    receivedOn: is.orNull(is.day),
    note: is.orNull(is.prose),
    readBy: is.list(is.object({ person: is.orNull(is.line), at: is.instant }), is.MOST_LISTED),
  }),
  is.MOST_LISTED,
);

export const sendingsAnswer = (sendings: Sendings, names: ReadonlyMap<string, string>) =>
  sendings.map((one) => ({
    ...one,
    readBy: one.readBy.map(({ personId, at }) => ({
      person: names.get(personId) ?? null,
      at: isoOffset(new Date(at)),
    })),
  }));
