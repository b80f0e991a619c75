import type { Evaluation } from '#client';
import { nameIn, usePosts } from '../organisation/posts';
import { Fact } from '../ui/layout';
import page from '../ui/page.module.css';
import { figure, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './evaluation.module.css';
import { words } from './words';

type Scored = NonNullable<Evaluation['periods'][number]['scored']>;

/** Why a period has its score (R32): its parts, who entered them, and what shows it (R31). */
export function WhyScore({ evaluation, scored }: { evaluation: Evaluation; scored: Scored }) {
  const text = useWords(words);
  const language = useLanguage();
  const posts = usePosts();
  const { ratio, general, evidence, by, at } = scored;
  const percent = (of: number) => `${figure(of)} %`;
  const most = new Map(evaluation.criteria.map(({ code, name }) => [code, name[language]]));
  return (
    <details className={styles.why}>
      <summary>{text.why}</summary>
      <dl className={page.facts}>
        {scored.generalPoints === null ? null : (
          <Fact name={text.general}>{text.points(figure(scored.generalPoints))}</Fact>
        )}
        {scored.workPoints === null ? null : (
          <Fact name={text.work}>
            {text.points(figure(scored.workPoints))}
            <div className={page.soft}>
              {text.units(figure(scored.doneUnits), figure(scored.assignedUnits))}
            </div>
          </Fact>
        )}
        {ratio ? (
          <>
            <Fact name={text.ratioDone}>{percent(ratio.done)}</Fact>
            <Fact name={text.ratioQuality}>{percent(ratio.quality)}</Fact>
            <Fact name={text.ratioProgress}>{percent(ratio.progress)}</Fact>
          </>
        ) : null}
        {ratio?.leading ? (
          <>
            <Fact name={text.ratioAll}>{percent(ratio.leading.allCompleted)}</Fact>
            <Fact name={text.ratioDelay}>{percent(ratio.leading.noProlongedDelay)}</Fact>
            <Fact name={text.ratioDiscord}>{percent(ratio.leading.noDiscord)}</Fact>
          </>
        ) : null}
        {general.map(({ criterion, points }) => (
          <Fact key={criterion} name={`${criterion}. ${most.get(criterion) ?? ''}`}>
            {figure(points)}
          </Fact>
        ))}
      </dl>
      <p className={styles.said}>
        {text.evidence}: {evidence.text}
      </p>
      <p className={page.soft}>{text.by(nameIn(posts, by) ?? '–', instant(at))}</p>
    </details>
  );
}
