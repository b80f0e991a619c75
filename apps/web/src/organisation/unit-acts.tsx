import {
  organisationEndUnit,
  organisationOpenPost,
  organisationOpenUnit,
  organisationSplitUnit,
  type Organigram,
  type Unit,
} from '#client';
import type { ActForms } from '../ui/acts';
import { ChoiceField } from '../ui/choice-field';
import { SelectField, TextField } from '../ui/field';
import { given, keyed, oneOf, textOf, ticked, under } from '../ui/fields';
import { TickField } from '../ui/tick-field';
import { useWords } from '../words/language';
import { POST_KINDS, UNIT_KINDS } from './kinds';
import { DocumentField, PostField } from './org-fields';
import { words } from './words';

interface OfUnit {
  id: string;
  unit: Unit;
  office: Organigram;
}

/** What a new unit is called, who heads it, and to whom that one answers. */
export function NewUnitFields({ office, above }: { office: Organigram; above?: string }) {
  const text = useWords(words);
  return (
    <>
      <TextField label={text.unitName} name="name" required maxLength={200} />
      <ChoiceField
        label={text.kind}
        name="kind"
        choices={Object.fromEntries(UNIT_KINDS.map((kind) => [kind, text.unitKinds[kind]]))}
      />
      <TextField label={text.headTitle} name="headTitle" required maxLength={200} />
      <PostField
        label={text.above}
        name="above"
        posts={office.posts}
        {...(above === undefined ? {} : { chosen: above })}
      />
    </>
  );
}

export const newUnit = (fields: FormData) => ({
  name: textOf(fields, 'name'),
  kind: oneOf(fields, 'kind', UNIT_KINDS),
  headTitle: textOf(fields, 'headTitle'),
  above: textOf(fields, 'above'),
});

/** The acts on a unit, in the order they are offered. */
export const UNIT_ACTS: Readonly<Record<string, ActForms<OfUnit>>> = {
  OpenPost: {
    Fields: function Fields({ of: { unit, office } }) {
      const text = useWords(words);
      return (
        <>
          <TextField label={text.postTitle} name="title" required maxLength={200} />
          <ChoiceField
            label={text.kindWithRights}
            name="kind"
            choices={Object.fromEntries(POST_KINDS.map((kind) => [kind, text.postKinds[kind]]))}
          />
          <PostField label={text.above} name="above" posts={office.posts} chosen={unit.headPostId} />
          <TextField label={text.fieldOptional} name="field" maxLength={200} />
        </>
      );
    },
    send: (unitId, fields, key) =>
      organisationOpenPost({
        ...keyed(key),
        body: {
          unitId,
          title: textOf(fields, 'title'),
          kind: oneOf(fields, 'kind', POST_KINDS),
          above: textOf(fields, 'above'),
          ...given(fields, 'field'),
        },
      }),
  },
  OpenUnit: {
    Fields: ({ of: { unit, office } }) => <NewUnitFields office={office} above={unit.headPostId} />,
    send: (parentUnitId, fields, key) =>
      organisationOpenUnit({ ...keyed(key), body: { ...newUnit(fields), parentUnitId } }),
  },
  SplitUnit: {
    ends: true,
    Fields: function Fields({ of: { unit, office } }) {
      const text = useWords(words);
      const movable = office.posts.filter(
        ({ unitId, postId }) => unitId === unit.unitId && postId !== unit.headPostId,
      );
      return (
        <>
          <p>{text.splitWhat}</p>
          <TextField label={text.newUnitName} name="name" required maxLength={200} />
          <PostField label={text.newHead} name="headPostId" posts={movable} />
          <TickField
            legend={text.postsAlong}
            name="postIds"
            options={movable.map(({ postId, title }) => [postId, title])}
          />
          <DocumentField />
        </>
      );
    },
    send: (id, fields, key) =>
      organisationSplitUnit({
        ...under(id, key),
        body: {
          name: textOf(fields, 'name'),
          headPostId: textOf(fields, 'headPostId'),
          postIds: ticked(fields, 'postIds'),
          subjects: [],
          document: textOf(fields, 'document'),
        },
      }),
  },
  EndUnit: {
    ends: true,
    Fields: function Fields({ of: { unit, office } }) {
      const text = useWords(words);
      return (
        <>
          <p>{text.endUnitWhat}</p>
          <SelectField label={text.successorUnit} name="successorUnitId" required>
            {office.units
              .filter(({ unitId }) => unitId !== unit.unitId)
              .map(({ unitId, name }) => (
                <option key={unitId} value={unitId}>
                  {name}
                </option>
              ))}
          </SelectField>
          <DocumentField />
        </>
      );
    },
    send: (id, fields, key) =>
      organisationEndUnit({
        ...under(id, key),
        body: {
          successorUnitId: textOf(fields, 'successorUnitId'),
          document: textOf(fields, 'document'),
        },
      }),
  },
};
