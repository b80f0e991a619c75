import { TextArea } from '../ui/field';
import { useWords } from '../words/language';
import { words } from './words';

/** What shows a number that a hand enters (minh chứng, R31). */
export function EvidenceField() {
  const text = useWords(words);
  return (
    <TextArea
      label={text.evidenceField}
      hint={text.evidenceHint}
      name="evidence"
      required
      minLength={3}
      maxLength={2000}
    />
  );
}
