import { reportWrite, type Report } from '#client';
import { useRef, useState } from 'react';
import { isProblem } from '../app/problem';
import { queries } from '../app/queries';
import { ActForm } from '../ui/act-form';
import { Button } from '../ui/button';
import { keptFields } from '../ui/drafts';
import { TextArea } from '../ui/field';
import { textOf, under } from '../ui/fields';
import { Row } from '../ui/layout';
import { useWords } from '../words/language';
import { Difference } from './difference-view';
import styles from './reports.module.css';
import type { OutlineSection } from './section';
import { words } from './words';

interface Props {
  report: Report;
  section: OutlineSection;
  title: string;
  onClose: () => void;
}

/** What was typed and not sent, and on which version. */
function keptOf(draft: string, { text, version }: OutlineSection): { text: string; basedOn: number } {
  const kept = keptFields(draft);
  return { text: kept?.get('text') ?? text ?? '', basedOn: Number(kept?.get('basedOn') ?? version) };
}

/**
 * Writes a section on the version that its writer has seen (R36): where somebody else has changed it meanwhile, the form
 * keeps what was typed and shows the difference, and only whoever has seen that goes on from there.
 */
export function WriteSection({ report: { id }, section, title, onClose }: Props) {
  const text = useWords(words);
  const draft = `${id} section ${section.key}`;
  const [kept] = useState(() => keptOf(draft, section));
  const [basedOn, setBasedOn] = useState(kept.basedOn);
  const [mine, setMine] = useState(kept.text);
  const area = useRef<HTMLTextAreaElement>(null);
  const theirs = section.text ?? '';
  const takeTheirs = () => {
    if (!area.current) return;
    area.current.value = [area.current.value, theirs].filter(Boolean).join('\n\n');
    area.current.dispatchEvent(new Event('input', { bubbles: true }));
    setMine(area.current.value);
    area.current.focus();
  };
  return (
    <ActForm
      draft={draft}
      submit={text.save}
      said={text.saved}
      send={async (fields, key) => {
        try {
          const body = { section: section.key, text: textOf(fields, 'text'), basedOn };
          return await reportWrite({ ...under(id, key), body });
        } catch (error) {
          if (isProblem(error) && error.code === 'section_changed') await queries.invalidateQueries();
          throw error;
        }
      }}
      onDone={() => {
        onClose();
        void queries.invalidateQueries();
      }}
      onCancel={onClose}
    >
      <input type="hidden" name="basedOn" value={basedOn} />
      <TextArea
        ref={area}
        label={`${text.text}: ${title}`}
        name="text"
        required
        maxLength={20_000}
        rows={8}
        defaultValue={kept.text}
        onChange={({ target }) => setMine(target.value)}
      />
      {section.version === basedOn ? null : (
        <section className={styles.conflict} aria-label={text.changedMeanwhile}>
          <p>
            <strong>{text.changedMeanwhile}.</strong> {text.changedWhat}
          </p>
          <Difference from={theirs} to={mine} />
          <Row>
            <Button onClick={takeTheirs}>{text.takeTheirs}</Button>
            <Button onClick={() => setBasedOn(section.version)}>{text.keepMine}</Button>
          </Row>
        </section>
      )}
    </ActForm>
  );
}
