import type { Evaluation } from '#client';
import type { MayAct } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { day, figure } from '../words/format';
import { useWords } from '../words/language';
import styles from './evaluation.module.css';
import { PeriodActs } from './period-acts';
import { usePeriodName } from './period-name';
import { Products } from './products';
import { WhyScore } from './why-score';
import { words } from './words';

interface Props {
  evaluation: Evaluation;
  acts: readonly MayAct[];
}

/** Each period: what was assigned and what became of it, its score, and how that came about. */
export function Periods({ evaluation, acts }: Props) {
  const text = useWords(words);
  const periodName = usePeriodName(evaluation.cadence);
  return (
    <Panel title={text.periods}>
      <ol className={styles.parts}>
        {evaluation.periods.map((one) => {
          const products = evaluation.products.filter(({ period }) => period === one.period);
          return (
            <li key={one.period}>
              <div className={styles.periodHead}>
                <h3>{periodName(one.period)}</h3>
                <Badge tone={one.locked ? 'done' : 'plain'}>{one.locked ? text.locked : text.open}</Badge>
                {evaluation.regime.scored ? (
                  <strong>{one.score === null ? text.noScore : text.points(figure(one.score))}</strong>
                ) : null}
                <span className={page.soft}>
                  {day(one.first)} – {day(one.last)}
                </span>
              </div>
              {one.reopened ? <p className={page.soft}>{text.reopened(one.reopened)}</p> : null}
              {one.received ? (
                <p className={styles.said}>
                  {text.receivedFrom(one.received.fromOffice)}. {text.evidence}: {one.received.evidence.text}
                </p>
              ) : null}
              {one.self ? (
                <p className={styles.said}>
                  {text.selfScored}: {one.self.text}
                </p>
              ) : null}
              <Products evaluation={evaluation} products={products} locked={one.locked} acts={acts} />
              {one.scored ? <WhyScore evaluation={evaluation} scored={one.scored} /> : null}
              <PeriodActs evaluation={evaluation} period={one} about={periodName(one.period)} acts={acts} />
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
