import type { Post } from '#client';
import { accountPageOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { SelectField, TextField } from '../ui/field';
import { useWords } from '../words/language';
import { words } from './words';

const MOST = 200;

export function DocumentField({ required = true }: { required?: boolean }) {
  const text = useWords(words);
  return (
    <TextField
      label={text.document}
      hint={text.documentHint}
      name="document"
      required={required}
      minLength={3}
      maxLength={200}
    />
  );
}

/** One of the posts that are given, each with who acts in it. */
export function PostField({
  label,
  name,
  posts,
  chosen,
}: {
  label: string;
  name: string;
  posts: readonly Post[];
  chosen?: string | null;
}) {
  return (
    <SelectField label={label} name={name} required {...(chosen ? { defaultValue: chosen } : {})}>
      {posts.map(({ postId, title, holder }) => (
        <option key={postId} value={postId}>
          {title}
          {holder?.name ? ` · ${holder.name}` : ''}
        </option>
      ))}
    </SelectField>
  );
}

/** By which Vietnamese names are ordered: the last word before those that come before it. */
const givenName = (name: string): string => name.split(' ').reverse().join(' ');

/** Somebody who has an account here and is not `but`. */
export function PersonField({ label, but }: { label: string; but?: string | undefined }) {
  const accounts = useQuery(accountPageOptions({ query: { limit: MOST } })).data?.items ?? [];
  return (
    <SelectField label={label} name="personId" required>
      <option value="">–</option>
      {accounts
        .filter(({ endedAt, personId }) => endedAt === null && personId !== but)
        .toSorted((a, b) => givenName(a.name).localeCompare(givenName(b.name), 'vi'))
        .map(({ personId, name, posts }) => (
          <option key={personId} value={personId}>
            {name}
            {posts.length > 0 ? ` · ${posts.map(({ title }) => title).join(', ')}` : ''}
          </option>
        ))}
    </SelectField>
  );
}
