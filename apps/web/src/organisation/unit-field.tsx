import { SelectField } from '../ui/field';
import { useUnits } from './units';

/** One of the office's units. */
export const UnitField = ({ label }: { label: string }) => (
  <SelectField label={label} name="unitId" required>
    {useUnits().map(({ unitId, name }) => (
      <option key={unitId} value={unitId}>
        {name}
      </option>
    ))}
  </SelectField>
);
