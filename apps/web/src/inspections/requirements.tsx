import type { Inspection } from '#client';
import { useNow } from '../app/clock';
import { nameIn, usePosts } from '../organisation/posts';
import type { MayAct } from '../ui/acts';
import { Badge, type Tone } from '../ui/badge';
import { Panel, Row } from '../ui/layout';
import page from '../ui/page.module.css';
import { day, howFar, instant } from '../words/format';
import { useWords } from '../words/language';
import styles from './inspections.module.css';
import { PartActs } from './part-acts';
import { words } from './words';

type Requirement = Inspection['requirements'][number];

const TONES: Readonly<Record<Requirement['status'], Tone>> = {
  open: 'plain',
  remedied: 'wait',
  verified: 'done',
};
const OFFERED: Readonly<Record<Requirement['status'], readonly string[]>> = {
  open: ['ReportRemedy'],
  remedied: ['VerifyRemedy', 'RejectRemedy'],
  verified: [],
};

/** What is to be remedied and until when, how it was, and whether another found it so. */
export function Requirements({
  inspection: { id, requirements, findings },
  acts,
}: {
  inspection: Inspection;
  acts: readonly MayAct[];
}) {
  const text = useWords(words);
  return (
    <Panel title={text.requirements}>
      {requirements.length === 0 ? <p className={page.soft}>{text.noRequirements}</p> : null}
      <ol className={styles.parts}>
        {requirements.map((one) => (
          <li key={one.requirementId}>
            <p className={styles.said}>
              <strong>{one.text}</strong>
            </p>
            <p className={page.soft}>
              {text.ofFinding}: {findings.find(({ findingId }) => findingId === one.findingId)?.text}
            </p>
            <Standing of={one} />
            <Remedied of={one} />
            <PartActs
              part={{ id: one.requirementId, inspectionId: id }}
              about={one.text}
              acts={acts}
              offered={OFFERED[one.status]}
            />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Standing({
  of: { status, overdue, late, due, dueDay, level, awaitsCalendar },
}: {
  of: Requirement;
}) {
  const text = useWords(words);
  const now = useNow();
  return (
    <Row>
      <Badge tone={TONES[status]}>{text.requirementStates[status]}</Badge>
      {late ? <Badge tone="late">{overdue ? text.isOverdue : text.isLate}</Badge> : null}
      <span>
        {text.due} {day(dueDay)}
        {due && status === 'open' ? ` · ${howFar(due, now)}` : ''}
        {awaitsCalendar ? ` · ${text.awaits(awaitsCalendar)}` : ''}
        {level > 0 ? ` · ${text.escalated(level)}` : ''}
      </span>
    </Row>
  );
}

function Remedied({ of: { remedy, rejected, status, verifiedAt } }: { of: Requirement }) {
  const text = useWords(words);
  const posts = usePosts();
  return (
    <>
      {remedy ? (
        <>
          <p className={page.soft}>{text.remedyAt(instant(remedy.at), nameIn(posts, remedy.by) ?? '–')}</p>
          <p className={styles.said}>{remedy.text}</p>
          <p className={styles.said}>
            {text.evidence}: {remedy.evidence.text}
          </p>
        </>
      ) : null}
      {rejected && status === 'open' ? <p>{text.rejectedWhy(rejected)}</p> : null}
      {verifiedAt ? <p className={page.soft}>{text.verifiedOn(instant(verifiedAt))}</p> : null}
    </>
  );
}
