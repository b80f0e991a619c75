import { scoringIssue, scoringOpen, type ScoringSheetListed } from '#client';
import { useNow } from '../app/clock';
import { useUnits } from '../organisation/units';
import type { ActForms } from '../ui/acts';
import { ChoiceField } from '../ui/choice-field';
import { DayField } from '../ui/day-field';
import { SelectField, TextArea, TextField } from '../ui/field';
import { given, linesOf, oneOf, textOf } from '../ui/fields';
import { isoDay } from '../words/format';
import { useWords } from '../words/language';
import { areasIn } from './sheet-rows';
import { roundWords } from './round-words';

interface OfSheets {
  id: string;
  sheets: readonly ScoringSheetListed[];
}

const KINDS = ['reform-index', 'digital', 'unit', 'dossiers', 'ddci', 'other'] as const;

/** What may be done with sheets: a round is opened on one, and one is issued. */
export const SHEET_ACTS: Readonly<Record<string, ActForms<OfSheets>>> = {
  OpenScoringRound: {
    Fields: function Fields({ of: { sheets } }) {
      const text = useWords(roundWords);
      const units = useUnits();
      return (
        <>
          <ChoiceField
            label={text.sheet}
            name="sheet"
            choices={Object.fromEntries(sheets.map(({ code, name }) => [code, name]))}
          />
          <SelectField label={text.unit} name="unitId">
            <option value="">{text.wholeOffice}</option>
            {units.map(({ unitId, name }) => (
              <option key={unitId} value={unitId}>
                {name}
              </option>
            ))}
          </SelectField>
          <DayField label={text.from} name="from" required />
          <DayField label={text.to} name="to" required />
        </>
      );
    },
    send: (_id, fields, key) =>
      scoringOpen({
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
        body: {
          sheet: textOf(fields, 'sheet'),
          ...given(fields, 'unitId'),
          from: textOf(fields, 'from'),
          to: textOf(fields, 'to'),
        },
      }),
  },
  IssueScoringSheet: {
    Fields: function Fields() {
      const text = useWords(roundWords);
      const thisYear = isoDay(useNow()).slice(0, 4);
      return (
        <>
          <TextField label={text.code} hint={text.codeHint} name="code" required maxLength={40} />
          <TextField label={text.name} name="name" required minLength={3} maxLength={300} />
          <ChoiceField label={text.kind} name="kind" choices={text.kinds} />
          <TextField label={text.year} name="year" type="number" required defaultValue={thisYear} />
          <TextField label={text.source} name="source" required minLength={3} maxLength={200} />
          <TextField label={text.total} name="total" type="number" min={0} step={0.01} required />
          <TextArea label={text.rows} hint={text.rowsHint} name="rows" required rows={10} />
        </>
      );
    },
    send: (_id, fields, key) =>
      scoringIssue({
        path: { code: textOf(fields, 'code') },
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
        body: {
          name: textOf(fields, 'name'),
          kind: oneOf(fields, 'kind', KINDS),
          year: Number(textOf(fields, 'year')),
          source: textOf(fields, 'source'),
          total: Number(textOf(fields, 'total')),
          areas: areasIn(linesOf(fields, 'rows')),
        },
      }),
  },
};
