import type { Evaluation } from '#client';
import { productsShowOptions, taskListOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { ofYear } from '../app/none-yet';
import { ChoiceField } from '../ui/choice-field';
import { SelectField, TextField } from '../ui/field';
import { given, oneOf, textOf } from '../ui/fields';
import { figure } from '../words/format';
import { useWords } from '../words/language';
import { usePeriodName } from './period-name';
import { words } from './words';

const MOST_TASKS = 200;

/** A product of the catalogue, or under the rules of before any work, for a period; it may be bound to a task. */
export function AssignFields({ evaluation }: { evaluation: Evaluation }) {
  const text = useWords(words);
  const { year, cadence, periods, regime, postId } = evaluation;
  const periodName = usePeriodName(cadence);
  const open = periods
    .filter(({ locked }) => !locked)
    .map(({ period }): [string, string] => [String(period), periodName(period)]);
  return (
    <>
      <ChoiceField label={text.period} name="period" choices={Object.fromEntries(open)} />
      {regime.scored ? <OfCatalogue year={year} /> : null}
      <TextField
        label={text.what}
        hint={regime.scored ? text.whatHint : undefined}
        name="name"
        required={!regime.scored}
        minLength={3}
        maxLength={300}
      />
      <TextField
        label={text.quantity}
        name="quantity"
        type="number"
        min={1}
        max={10_000}
        inputMode="numeric"
        defaultValue={1}
        required
      />
      <ChoiceField label={text.planned} name="planned" choices={text.plannedChoices} />
      <OfTask postId={postId} />
    </>
  );
}

function OfCatalogue({ year }: { year: number }) {
  const text = useWords(words);
  const catalogue = ofYear(useQuery(productsShowOptions({ path: { year } })).data);
  return (
    <SelectField key={catalogue?.version} label={text.code} name="code" required>
      <option value="">–</option>
      {catalogue?.products.map(({ code, name, points }) => (
        <option key={code} value={code}>
          {code} · {name} ({figure(points)})
        </option>
      ))}
    </SelectField>
  );
}

/** Tasks that this post leads. */
function OfTask({ postId }: { postId: string }) {
  const text = useWords(words);
  const tasks = useQuery(taskListOptions({ query: { lead: postId, limit: MOST_TASKS } })).data?.items ?? [];
  return (
    <SelectField key={tasks.length} label={text.ofTask} name="taskId">
      <option value="">{text.noTask}</option>
      {tasks.map(({ id, number, title }) => (
        <option key={id} value={id}>
          {number} {title}
        </option>
      ))}
    </SelectField>
  );
}

export const assignedIn = (fields: FormData) => ({
  period: Number(textOf(fields, 'period')),
  quantity: Number(textOf(fields, 'quantity')),
  planned: oneOf(fields, 'planned', ['yes', 'no']),
  ...given(fields, 'code'),
  ...given(fields, 'name'),
  ...given(fields, 'taskId'),
});
