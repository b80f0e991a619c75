import { SelectField } from './field';

interface Props {
  label: string;
  name: string;
  /** What each value is called, in the order they are offered. */
  choices: Readonly<Record<string, string>>;
}

/** One of a few, each named in words. */
export const ChoiceField = ({ label, name, choices }: Props) => (
  <SelectField label={label} name={name} required>
    {Object.entries(choices).map(([value, said]) => (
      <option key={value} value={value}>
        {said}
      </option>
    ))}
  </SelectField>
);
