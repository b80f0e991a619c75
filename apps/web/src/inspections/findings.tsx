import type { Inspection } from '#client';
import type { MayAct } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import styles from './inspections.module.css';
import { isToRemedy } from './kinds';
import { PartActs } from './part-acts';
import { words } from './words';

/** What was found, each with what shows it (R31). */
export function Findings({
  inspection: { id, findings },
  acts,
}: {
  inspection: Inspection;
  acts: readonly MayAct[];
}) {
  const text = useWords(words);
  return (
    <Panel title={text.findings}>
      {findings.length === 0 ? <p className={page.soft}>{text.noFindings}</p> : null}
      <ol className={styles.parts}>
        {findings.map((finding) => (
          <li key={finding.findingId}>
            <Badge tone={isToRemedy(finding) ? 'soon' : 'plain'}>{text.findingKinds[finding.kind]}</Badge>
            <p className={styles.said}>
              <strong>{finding.text}</strong>
            </p>
            {finding.basis ? (
              <p className={page.soft}>
                {text.against}: {finding.basis}
              </p>
            ) : null}
            {finding.evidence ? (
              <p className={styles.said}>
                {text.evidence}: {finding.evidence.text}
              </p>
            ) : null}
            <PartActs
              part={{ id: finding.findingId, inspectionId: id }}
              about={finding.text}
              acts={acts}
              offered={['WithdrawFinding']}
            />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
