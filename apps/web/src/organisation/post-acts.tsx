import {
  organisationAppoint,
  organisationEndPost,
  organisationEndSubstitute,
  organisationSubstitute,
  organisationVacate,
  type Organigram,
  type Post,
} from '#client';
import type { ActForms } from '../ui/acts';
import { DayField } from '../ui/day-field';
import { given, keyed, textOf, under } from '../ui/fields';
import { ReasonField } from '../ui/reason-field';
import { useWords } from '../words/language';
import { DocumentField, PersonField, PostField } from './org-fields';
import { words } from './words';

export interface OfPost {
  id: string;
  post: Post;
  office: Organigram;
}

const AppointPerson: ActForms<OfPost> = {
  Fields: function Fields({ of: { post } }) {
    const text = useWords(words);
    return (
      <>
        <PersonField label={text.person} but={post.holder?.personId} />
        <DayField label={text.fromDayOrToday} name="fromDay" />
        <DayField label={text.toDayOrGood} name="toDay" />
        <DocumentField required={false} />
      </>
    );
  },
  send: (postId, fields, key) =>
    organisationAppoint({
      ...keyed(key),
      body: {
        postId,
        personId: textOf(fields, 'personId'),
        ...given(fields, 'fromDay'),
        ...given(fields, 'toDay'),
        ...given(fields, 'document'),
      },
    }),
};

const NameSubstitute: ActForms<OfPost> = {
  Fields: function Fields({ of: { post } }) {
    const text = useWords(words);
    return (
      <>
        <PersonField label={text.substitute} but={post.holder?.personId} />
        <DayField label={text.fromDay} name="fromDay" required />
        <DayField label={text.toDay} name="toDay" required />
        <DocumentField />
      </>
    );
  },
  send: (postId, fields, key) =>
    organisationSubstitute({
      ...keyed(key),
      body: {
        postId,
        personId: textOf(fields, 'personId'),
        fromDay: textOf(fields, 'fromDay'),
        toDay: textOf(fields, 'toDay'),
        document: textOf(fields, 'document'),
      },
    }),
};

const EndSubstitute: ActForms<OfPost> = {
  Fields: () => <ReasonField max={1000} />,
  send: (postId, fields, key) =>
    organisationEndSubstitute({ ...keyed(key), body: { postId, reason: textOf(fields, 'reason') } }),
};

const VacatePost: ActForms<OfPost> = {
  ends: true,
  Fields: () => <ReasonField max={1000} />,
  send: (postId, fields, key) =>
    organisationVacate({ ...keyed(key), body: { postId, reason: textOf(fields, 'reason') } }),
};

const EndPost: ActForms<OfPost> = {
  ends: true,
  Fields: function Fields({ of: { post, office } }) {
    const text = useWords(words);
    return (
      <>
        <p>{text.endPostWhat}</p>
        <PostField
          label={text.successorPost}
          name="successorPostId"
          posts={office.posts.filter(({ postId, external }) => postId !== post.postId && !external)}
          chosen={post.above}
        />
        <DocumentField />
      </>
    );
  },
  send: (id, fields, key) =>
    organisationEndPost({
      ...under(id, key),
      body: {
        successorPostId: textOf(fields, 'successorPostId'),
        document: textOf(fields, 'document'),
      },
    }),
};

/** What is asked for about a post: nobody is taken out of it, or relieved in it, where nobody is. */
export const postActs = ({ holder, substitute }: Post): Readonly<Record<string, ActForms<OfPost>>> => ({
  AppointPerson,
  NameSubstitute,
  ...(substitute ? { EndSubstitute } : {}),
  ...(holder ? { VacatePost } : {}),
  EndPost,
});
