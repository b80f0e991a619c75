import type { EvaluationYear } from '#client';
import { Fact, Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { useLanguage, useWords } from '../words/language';
import { words } from './words';

/** What a year was opened with; it stays so until it is over. */
export function Settings({ of }: { of: EvaluationYear }) {
  const text = useWords(words);
  const language = useLanguage();
  return (
    <Panel title={text.settings}>
      <dl className={page.factList}>
        <Fact name={text.regime}>{of.regime.name[language]}</Fact>
        <Fact name={text.cadence}>{text.cadences[of.cadence]}</Fact>
        <Fact name={text.capBase}>{text.capBases[of.capBase]}</Fact>
        <Fact name={text.capScope}>{text.capScopes[of.capScope]}</Fact>
        <Fact name={text.scoreDay}>{text.scoreDayOf(of.scoreDay)}</Fact>
        <Fact name={text.source}>{of.source}</Fact>
      </dl>
    </Panel>
  );
}
