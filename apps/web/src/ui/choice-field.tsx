import { SelectField } from './field';

interface Props {
  label: string;
  name: string;
  /** What each value is called, in the order they are offered. */
  choices: Readonly<Record<string, string>>;
  chosen?: string | undefined;
}

/** One of a few, each named in words. */
export const ChoiceField = ({ label, name, choices, chosen }: Props) => (
  <SelectField label={label} name={name} required defaultValue={chosen}>
    {Object.entries(choices).map(([value, said]) => (
      <option key={value} value={value}>
        {said}
      </option>
    ))}
  </SelectField>
);
