import { nameIn, usePosts } from '../organisation/posts';
import { TickField } from '../ui/tick-field';
import { useWords } from '../words/language';
import { words } from './words';

/** Who of the office took part, each ticked by name. */
export function Attendees({ before = [] }: { before?: readonly string[] | undefined }) {
  const text = useWords(words);
  const posts = usePosts();
  const acting = posts
    .filter(({ external }) => !external)
    .flatMap(({ holder, substitute }) => [holder, substitute]);
  const ids = [...new Set([...before, ...acting.flatMap((one) => one?.personId ?? [])])];
  const named = ids.map((id) => [id, nameIn(posts, id) ?? text.left] as const);
  const options = named.toSorted(([, one], [, other]) => one.localeCompare(other, 'vi'));
  return <TickField legend={text.attendees} name="officials" options={options} ticked={before} />;
}

/** Those who were ticked. */
export const attendeesIn = (fields: FormData): string[] =>
  fields.getAll('officials').filter((value) => typeof value === 'string');
