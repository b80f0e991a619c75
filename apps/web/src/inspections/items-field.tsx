import type { InspectionProgramme } from '#client';
import { useState } from 'react';
import { Button } from '../ui/button';
import { ChoiceField } from '../ui/choice-field';
import { keptState } from '../ui/drafts';
import { TextField } from '../ui/field';
import { oneOf, textOf } from '../ui/fields';
import { useWords } from '../words/language';
import styles from './inspections.module.css';
import { KINDS } from './kinds';
import { InspectedUnitField } from './team-fields';
import { words } from './words';

type Item = InspectionProgramme['inspections'][number];

const ABOUT = /^about-(\d+)$/;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The inspections of a programme, each with its fields; what was typed of more than there are is there again. */
export function ItemsField({ items, draft }: { items: readonly Item[]; draft: string }) {
  const text = useWords(words);
  const [rows, setRows] = useState(() => rowsOf(items, draft));
  return (
    <>
      {rows.map((row, index) => (
        <fieldset key={row} className={styles.item}>
          <legend>{text.item(index + 1)}</legend>
          <InspectedUnitField name={`unitId-${row}`} chosen={items[row]?.unitId} />
          <ChoiceField
            label={text.kind}
            name={`kind-${row}`}
            choices={text.kinds}
            chosen={items[row]?.kind}
          />
          <ChoiceField
            label={text.month}
            name={`month-${row}`}
            choices={Object.fromEntries(MONTHS.map((month) => [month, text.monthOf(month)]))}
            chosen={items[row] && String(items[row].month)}
          />
          <TextField
            label={text.about}
            name={`about-${row}`}
            required
            minLength={3}
            maxLength={500}
            defaultValue={items[row]?.about}
          />
          {rows.length > 1 ? (
            <Button look="quiet" onClick={() => setRows(rows.filter((one) => one !== row))}>
              {text.dropItem} {index + 1}
            </Button>
          ) : null}
        </fieldset>
      ))}
      <Button onClick={() => setRows([...rows, Math.max(...rows) + 1])}>{text.addItem}</Button>
    </>
  );
}

function rowsOf(items: readonly Item[], draft: string): number[] {
  const kept = (keptState(draft) ?? []) as [string, string][];
  const typed = kept.flatMap(([name]) => ABOUT.exec(name)?.[1] ?? []).map(Number);
  if (typed.length > 0) return typed;
  return items.length > 0 ? items.map((_, index) => index) : [0];
}

/** The inspections that the fields hold, in their order. */
export const itemsIn = (fields: FormData) =>
  [...fields.keys()]
    .flatMap((name) => ABOUT.exec(name)?.[1] ?? [])
    .map((row) => ({
      kind: oneOf(fields, `kind-${row}`, KINDS),
      unitId: textOf(fields, `unitId-${row}`),
      month: Number(textOf(fields, `month-${row}`)),
      about: textOf(fields, `about-${row}`),
    }));
