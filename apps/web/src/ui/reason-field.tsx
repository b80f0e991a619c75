import { useWords } from '../words/language';
import { TextArea } from './field';
import { words } from './words';

interface Props {
  label?: string;
  name?: string;
  min?: number;
  max?: number;
}

/** Why something is done, which the act takes along into the trail. */
export function ReasonField({ label, name = 'reason', min = 3, max = 2000 }: Props) {
  const text = useWords(words);
  return <TextArea label={label ?? text.reason} name={name} required minLength={min} maxLength={max} />;
}
