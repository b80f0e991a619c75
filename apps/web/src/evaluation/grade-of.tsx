import type { Evaluation } from '#client';
import { useMe } from '../app/me';
import { Badge } from '../ui/badge';
import { Panel, Row } from '../ui/layout';
import page from '../ui/page.module.css';
import { day, figure, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './evaluation.module.css';
import { GradeActs } from './grade-acts';
import { GRADE_TONES } from './grades';
import { words } from './words';

/** The grade that is proposed, with why (R32), the one that was decided, and what was held against it. */
export function GradeOf({ evaluation }: { evaluation: Evaluation }) {
  const text = useWords(words);
  const me = useMe();
  const { proposal, decided, appeal, personId, regime } = evaluation;
  const { products, lateOrPoor, above, months } = proposal.counted;
  const isOwn = me.id === personId;
  const offered = [
    ...(decided && isOwn && !appeal ? ['AppealGrade'] : []),
    ...(decided && !isOwn && me.acts.includes('ReplaceGrade') ? ['ReplaceGrade'] : []),
    ...(appeal && !appeal.decision && me.acts.includes('DecideAppeal') ? ['DecideAppeal'] : []),
  ];
  return (
    <Panel title={text.grade}>
      {decided ? (
        <>
          <Row>
            <Badge tone={GRADE_TONES[decided.grade]}>{text.grades[decided.grade]}</Badge>
            <span>{text.gradeBy(decided.documentNumber, day(decided.documentDate))}</span>
          </Row>
          {decided.reason ? <p className={styles.said}>{text.overridden(decided.reason)}</p> : null}
          {decided.replaced ? (
            <p className={styles.said}>
              {text.replacedWhy(text.grades[decided.replaced.was], decided.replaced.reason)}
            </p>
          ) : null}
        </>
      ) : null}
      <p>
        <strong>{text.proposedAs(proposal.grade ? text.grades[proposal.grade] : text.noGrade)}</strong>
      </p>
      <p className={page.soft}>
        {text.whys[proposal.why]}
        {proposal.score === null ? '' : `: ${text.points(figure(proposal.score))}`} · {text.months}: {months}
        {regime.scored ? '' : ` · ${text.countedOf(lateOrPoor, products, above)}`}
      </p>
      {appeal ? <Appeal appeal={appeal} /> : null}
      <GradeActs evaluation={evaluation} offered={offered} />
    </Panel>
  );
}

function Appeal({ appeal }: { appeal: NonNullable<Evaluation['appeal']> }) {
  const language = useLanguage();
  const text = useWords(words);
  const { decision, due, dueNote, overdue } = appeal;
  return (
    <section aria-label={text.appeal} className={styles.parts}>
      <h3>{text.appeal}</h3>
      <p className={styles.said}>{appeal.text}</p>
      <Row>
        {overdue ? <Badge tone="late">{text.appealOverdue}</Badge> : null}
        {decision ? (
          <Badge tone={decision.upheld ? 'done' : 'plain'}>
            {decision.upheld ? text.upheld : text.notUpheld}
          </Badge>
        ) : null}
        {decision?.late ? <Badge tone="late">{text.late}</Badge> : null}
        {due ? <span>{text.appealDue(instant(due))}</span> : null}
        {dueNote ? <span>{dueNote[language]}</span> : null}
      </Row>
      {decision ? <p className={styles.said}>{decision.text}</p> : null}
    </section>
  );
}
