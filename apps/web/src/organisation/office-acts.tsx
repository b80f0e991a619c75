import {
  organisationEndAuthority,
  organisationNameAuthority,
  organisationOpenUnit,
  type Organigram,
} from '#client';
import type { ActForms } from '../ui/acts';
import { TextField } from '../ui/field';
import { keyed, textOf } from '../ui/fields';
import { useWords } from '../words/language';
import { DocumentField } from './org-fields';
import { NewUnitFields, newUnit } from './unit-acts';
import { words } from './words';

interface OfOffice {
  id: string;
  office: Organigram;
}

function AuthorityFields() {
  const text = useWords(words);
  return (
    <>
      <TextField
        label={text.authority}
        hint={text.authorityHint}
        name="authority"
        required
        pattern="[a-z0-9][a-z0-9\-]{0,60}"
        maxLength={61}
      />
      <DocumentField />
    </>
  );
}

const authorityOf = (fields: FormData) => ({
  authority: textOf(fields, 'authority'),
  document: textOf(fields, 'document'),
});

const OpenUnit: ActForms<OfOffice> = {
  Fields: ({ of: { office } }) => <NewUnitFields office={office} />,
  send: (_, fields, key) => organisationOpenUnit({ ...keyed(key), body: newUnit(fields) }),
};

const NameAuthority: ActForms<OfOffice> = {
  Fields: AuthorityFields,
  send: (_, fields, key) => organisationNameAuthority({ ...keyed(key), body: authorityOf(fields) }),
};

const EndAuthority: ActForms<OfOffice> = {
  ends: true,
  Fields: AuthorityFields,
  send: (_, fields, key) => organisationEndAuthority({ ...keyed(key), body: authorityOf(fields) }),
};

/** What is asked for about the office as a whole: nobody is stopped from looking on where nobody does. */
export const officeActs = ({ authorities }: Organigram): Readonly<Record<string, ActForms<OfOffice>>> => ({
  OpenUnit,
  NameAuthority,
  ...(authorities.length > 0 ? { EndAuthority } : {}),
});
