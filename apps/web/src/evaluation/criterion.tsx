import type { ScoringRound } from '#client';
import { nameIn, usePosts } from '../organisation/posts';
import type { MayAct } from '../ui/acts';
import { Badge } from '../ui/badge';
import page from '../ui/page.module.css';
import { figure, instant } from '../words/format';
import { useWords } from '../words/language';
import { CriterionActs } from './criterion-acts';
import styles from './evaluation.module.css';
import { roundWords } from './round-words';

export type RoundCriterion = ScoringRound['areas'][number]['criteria'][number];

interface Props {
  round: ScoringRound;
  criterion: RoundCriterion;
  acts: readonly MayAct[];
}

const STAGES = ['self', 'appraisal', 'second', 'council'] as const;

/** A criterion with what it counts with, and what every stage gave it, by whom and with what shows it. */
export function Criterion({ round, criterion, acts }: Props) {
  const text = useWords(roundWords);
  const { code, name, kind, most, value, computed, log } = criterion;
  const isGiven = STAGES.some((stage) => criterion[stage]) || criterion.explanation !== null;
  return (
    <li>
      <div className={styles.periodHead}>
        <h3>
          {code} {name}
        </h3>
        {kind === 'scored' ? null : <Badge>{text.criterionKinds[kind]}</Badge>}
        <strong>{value === null ? text.noValue : text.value(figure(value))}</strong>
        <span className={page.soft}>{text.most(figure(most))}</span>
      </div>
      {computed ? <ComputedFrom of={computed} /> : null}
      {log ? (
        <p>
          {log.counted === 'entries'
            ? text.fromRegister(log.part)
            : text.fromLog(
                log.part,
                log.whole,
                log.percent === null ? text.noData : `${figure(log.percent)} %`,
              )}
        </p>
      ) : null}
      {isGiven ? <History criterion={criterion} /> : null}
      <CriterionActs round={round} criterion={criterion} acts={acts} />
    </li>
  );
}

function History({ criterion }: { criterion: RoundCriterion }) {
  const text = useWords(roundWords);
  const posts = usePosts();
  const by = (person: string, at: string) => `${nameIn(posts, person) ?? '–'}, ${instant(at)}`;
  return (
    <details className={styles.why}>
      <summary>{text.history}</summary>
      <dl className={page.factList}>
        {STAGES.map((stage) => {
          const given = criterion[stage];
          return given ? (
            <div key={stage}>
              <dt>{text[stage]}</dt>
              <dd>
                {text.value(figure(given.points))}: {given.text}
                {given.evidence ? (
                  <div className={page.soft}>
                    {text.evidence}: {given.evidence.text}
                  </div>
                ) : null}
                <div className={page.soft}>{by(given.by, given.at)}</div>
              </dd>
            </div>
          ) : null;
        })}
        {criterion.explanation ? (
          <div>
            <dt>{text.explanation}</dt>
            <dd>
              {criterion.explanation.text}
              <div className={page.soft}>{by(criterion.explanation.by, criterion.explanation.at)}</div>
            </dd>
          </div>
        ) : null}
      </dl>
    </details>
  );
}

const REGISTER = /^REGISTER_(.+)$/;

/** What the log computes it from: a target of the plan, or a register. */
function ComputedFrom({ of: { index, full } }: { of: NonNullable<RoundCriterion['computed']> }) {
  const text = useWords(roundWords);
  const registers: Readonly<Record<string, string>> = text.registers;
  const register = registers[REGISTER.exec(index)?.[1] ?? ''];
  return (
    <p className={page.soft}>
      {register ? text.computedRegister(register, figure(full)) : text.computed(index, figure(full))}
    </p>
  );
}
