import type { Post } from '#client';
import { PostField } from '../organisation/org-fields';
import { usePosts } from '../organisation/posts';
import { useUnits } from '../organisation/units';
import { SelectField } from '../ui/field';
import { TickField } from '../ui/tick-field';
import { useWords } from '../words/language';
import { words } from './words';

/** The units that can be inspected: those of the office itself. */
export function InspectedUnitField({
  name = 'unitId',
  chosen,
  onChosen,
}: {
  name?: string;
  chosen?: string | undefined;
  onChosen?: (unitId: string) => void;
}) {
  const text = useWords(words);
  const posts = usePosts();
  const outside = new Set(posts.filter(({ external }) => external).map(({ postId }) => postId));
  const units = useUnits().filter(({ headPostId }) => !outside.has(headPostId));
  return (
    <SelectField
      // The units come after the form: what is chosen is chosen anew once they are there.
      key={units.length}
      label={text.unit}
      name={name}
      required
      defaultValue={chosen}
      onChange={({ target }) => onChosen?.(target.value)}
    >
      <option value="">–</option>
      {units.map(({ unitId, name: called }) => (
        <option key={unitId} value={unitId}>
          {called}
        </option>
      ))}
    </SelectField>
  );
}

/** Who inspects: posts of the office, none of the unit that is inspected (R3). */
export function TeamFields({ unitId }: { unitId: string | undefined }) {
  const text = useWords(words);
  const units = useUnits();
  const head = units.find((unit) => unit.unitId === unitId)?.headPostId;
  const posts = usePosts().filter(
    (post) => !post.external && post.unitId !== unitId && post.postId !== head && !post.vacant,
  );
  const called = ({ title, holder }: Post) => (holder?.name ? `${title} · ${holder.name}` : title);
  return (
    <>
      <PostField label={text.leader} name="leaderPostId" posts={posts} />
      <TickField
        legend={text.members}
        name="memberPostIds"
        options={posts.map((post) => [post.postId, called(post)] as const)}
      />
    </>
  );
}
