import type { Report } from '#client';
import { useState } from 'react';
import { Button } from '../ui/button';
import { Panel } from '../ui/layout';
import { useLanguage, useWords } from '../words/language';
import { ControlTable } from './control-table';
import { DigitisationTable } from './digitisation-table';
import { ProcedureTable } from './procedure-table';
import { RegisterTable } from './register-table';
import { PlanTable } from './plan-table';
import styles from './reports.module.css';
import { WriteSection } from './write-section';
import { words } from './words';

export type OutlineSection = Report['outline'][number];

/** Keys that stand in a title themselves, or are none for a reader. */
const titleOf = ({ key, title }: OutlineSection, language: 'vi' | 'en'): string =>
  key.startsWith('appendix') || title[language].includes(key)
    ? title[language]
    : `${key}. ${title[language]}`;

/** A section of the outline: what people write, apart from what is counted. */
export function Section({
  report,
  section,
  mayWrite,
}: {
  report: Report;
  section: OutlineSection;
  mayWrite: boolean;
}) {
  const text = useWords(words);
  const language = useLanguage();
  const [writing, setWriting] = useState(false);
  const title = titleOf(section, language);
  return (
    <Panel
      title={title}
      aside={
        mayWrite && !writing ? (
          <Button
            look="quiet"
            aria-label={`${section.text === null ? text.write : text.rewrite}: ${title}`}
            onClick={() => setWriting(true)}
          >
            {section.text === null ? text.write : text.rewrite}
          </Button>
        ) : null
      }
    >
      {writing ? (
        <WriteSection report={report} section={section} title={title} onClose={() => setWriting(false)} />
      ) : section.text === null ? (
        section.figures === null && <p className={styles.unwritten}>{text.notWritten}</p>
      ) : (
        <p className={styles.written}>{section.text}</p>
      )}
      {section.figures === 'control' ? <ControlTable report={report} /> : null}
      {section.figures === 'plan' ? <PlanTable report={report} /> : null}
      {section.figures === 'procedures' ? <ProcedureTable report={report} /> : null}
      {section.figures === 'digitisation' ? <DigitisationTable report={report} /> : null}
      {section.figures === 'registers' ? <RegisterTable report={report} /> : null}
    </Panel>
  );
}
