import type { Task } from '#client';
import { TextField } from '../ui/field';
import { useWords } from '../words/language';
import { words } from './words';

/** How far a task is. */
export function PercentField({ of: { percent } }: { of: Task }) {
  const text = useWords(words);
  return (
    <TextField
      label={text.field.percent}
      name="percent"
      type="number"
      min={0}
      max={100}
      required
      defaultValue={percent}
      inputMode="numeric"
    />
  );
}
