import type { Evaluation } from '#client';
import type { MayAct } from '../ui/acts';
import { Badge } from '../ui/badge';
import { useNow } from '../app/clock';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { day, figure, instant, isoDay } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './evaluation.module.css';
import { PeriodActs } from './period-acts';
import { usePeriodName } from './period-name';
import { Products } from './products';
import { WhyScore } from './why-score';
import { words } from './words';

type Period = Evaluation['periods'][number];

interface Props {
  evaluation: Evaluation;
  acts: readonly MayAct[];
}

/** Each period that has begun or has something in it, the latest first; those to come are named. */
export function Periods({ evaluation, acts }: Props) {
  const text = useWords(words);
  const periodName = usePeriodName(evaluation.cadence);
  const today = isoDay(useNow());
  const isOfNow = ({ first, period, locked, self }: Period) =>
    first <= today || locked || self !== null || evaluation.products.some((one) => one.period === period);
  const toCome = evaluation.periods.filter((one) => !isOfNow(one));
  return (
    <Panel title={text.periods}>
      <ol className={styles.parts} reversed>
        {evaluation.periods
          .filter(isOfNow)
          .toReversed()
          .map((period) => (
            <OnePeriod key={period.period} evaluation={evaluation} period={period} acts={acts} />
          ))}
      </ol>
      {toCome.length > 0 ? (
        <p className={page.soft}>
          {text.toCome}: {toCome.map(({ period }) => periodName(period)).join(', ')}
        </p>
      ) : null}
    </Panel>
  );
}

/** A period: what was assigned and what became of it, its score, and how that came about. */
function OnePeriod({ evaluation, period: one, acts }: Props & { period: Period }) {
  const text = useWords(words);
  const name = usePeriodName(evaluation.cadence)(one.period);
  const products = evaluation.products.filter(({ period }) => period === one.period);
  return (
    <li>
      <div className={styles.periodHead}>
        <h3>{name}</h3>
        <Badge tone={one.locked ? 'done' : 'plain'}>{one.locked ? text.locked : text.open}</Badge>
        {evaluation.regime.scored ? (
          <strong>{one.score === null ? text.noScore : text.points(figure(one.score))}</strong>
        ) : null}
        <span className={page.soft}>
          {day(one.first)} – {day(one.last)}
        </span>
        {one.locked || !one.time ? null : <ScoreTime of={one.time} />}
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
      <PeriodActs evaluation={evaluation} period={one} about={name} acts={acts} />
    </li>
  );
}

/** Until when a period is scored. */
function ScoreTime({ of: { due, dueNote, overdue } }: { of: NonNullable<Period['time']> }) {
  const text = useWords(words);
  const language = useLanguage();
  if (overdue) return <Badge tone="late">{text.scoreOverdue}</Badge>;
  return <span className={page.soft}>{due ? text.scoredUntil(instant(due)) : dueNote?.[language]}</span>;
}
