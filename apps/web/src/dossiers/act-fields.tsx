import { fileUpload, type DossierAtWork, type Post } from '#client';
import type { ReactNode } from 'react';
import { actingIn, usePosts } from '../organisation/posts';
import { ChoiceField } from '../ui/choice-field';
import { SelectField, TextField } from '../ui/field';
import { useWords } from '../words/language';
import { isAtWork, type Dossier } from './dossier';
import { actWords } from './act-words';

export function LegalBasisField() {
  const text = useWords(actWords);
  return <TextField label={text.legalBasis} name="legalBasis" required minLength={3} maxLength={500} />;
}

/** One of the texts that the procedure gives. */
export function GivenField({
  label,
  name,
  given,
}: {
  label: string;
  name: string;
  given: readonly string[];
}) {
  return (
    <ChoiceField label={label} name={name} choices={Object.fromEntries(given.map((one) => [one, one]))} />
  );
}

/** To whom, and for which step: first those whom the next step is for. */
export function ReceiverFields({ dossier: { procedure, step } }: { dossier: DossierAtWork }) {
  const text = useWords(actWords);
  const posts = usePosts().filter((post) => actingIn(post) !== null && !post.external);
  const [here, next] = [procedure.steps[step], procedure.steps[step + 1]];
  const isRight = ({ kind }: Post) => next?.role !== undefined && kind === next.role;
  return (
    <>
      <SelectField label={text.to} name="toPostId" required>
        <Posts label={text.rightPosts} posts={posts.filter(isRight)} />
        <Posts label={text.otherPosts} posts={posts.filter((post) => !isRight(post))} />
      </SelectField>
      <SelectField label={text.step} name="step" required>
        {next ? <option value={step + 1}>{next.name}</option> : null}
        {here ? <option value={step}>{text.thisStep(here.name)}</option> : null}
      </SelectField>
    </>
  );
}

const Posts = ({ label, posts }: { label: string; posts: readonly Post[] }) =>
  posts.length === 0 ? null : (
    <optgroup label={label}>
      {posts.map((post) => (
        <option key={post.postId} value={post.postId}>
          {actingIn(post)} · {post.title}
        </option>
      ))}
    </optgroup>
  );

export function FileField() {
  const text = useWords(actWords);
  return (
    <TextField
      label={text.file}
      hint={text.fileTaken}
      name="file"
      type="file"
      accept=".pdf,.png,.jpg,.jpeg,.heic,.heif,.tif,.tiff,.docx,.xlsx"
    />
  );
}

/** Sends the file of a form, where there is one: its id goes along with the act. */
export async function sentFile(fields: FormData): Promise<{ fileId?: string }> {
  const file = fields.get('file');
  if (!(file instanceof File) || file.size === 0) return {};
  const { data } = await fileUpload({ query: { name: file.name }, body: file, throwOnError: true });
  return { fileId: data.fileId };
}

/** The fields of an act on a dossier that is at work; before that, there are none. */
export const atWork = (Fields: (given: { dossier: DossierAtWork }) => ReactNode) =>
  function FieldsAtWork({ of }: { of: Dossier }) {
    return isAtWork(of) ? <Fields dossier={of} /> : null;
  };
