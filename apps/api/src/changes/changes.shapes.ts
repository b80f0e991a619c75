import { is } from '#kernel';

/** Something became another (`change`), told by what it is and how far it has come. */
const Changed = is.named('Changed', {
  kind: is.code,
  subject: is.line,
  version: is.version,
  position: is.position,
});
/** Every list holds what was told up to there (`listed`). */
const ListedUpTo = is.named('ListedUpTo', { upTo: is.coded(/^\d{1,20}-\d{1,16}$/, 37) });

/** What an event of the stream says (sự kiện của luồng); `open`, `reload` and `signed-out` say no more than their name. */
export const ToldOfChanges = is.anyOf(Changed, ListedUpTo, is.empty);
