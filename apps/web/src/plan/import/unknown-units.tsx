import { useUnits } from '../../organisation/units';
import { SelectField } from '../../ui/field';
import { textOf } from '../../ui/fields';
import { Panel } from '../../ui/layout';
import { useWords } from '../../words/language';
import { words } from './words';

/** Which unit is meant by each name that the organisation does not know: nothing is guessed. */
export function UnknownUnits({ names }: { names: readonly string[] }) {
  const text = useWords(words);
  const units = useUnits();
  if (names.length === 0) return null;
  return (
    <Panel title={text.unknownUnits}>
      <p>{text.unknownUnitsWhat}</p>
      {names.map((name, index) => (
        <SelectField key={name} label={text.isUnit(name)} name={`unit-${index}`}>
          <option value="">{text.notChosen}</option>
          {units.map((unit) => (
            <option key={unit.unitId} value={unit.name}>
              {unit.name}
            </option>
          ))}
        </SelectField>
      ))}
    </Panel>
  );
}

/** The names that were given a unit, to that unit's name. */
export const unitsAsSaid = (fields: FormData, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name, index) => {
      const unit = textOf(fields, `unit-${index}`);
      return unit === '' ? [] : [[name, unit]];
    }),
  );
