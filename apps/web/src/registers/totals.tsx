import type { RegisterKind, RegisterTotal } from '#client';
import tables from '../ui/table.module.css';
import { figure } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { words } from './words';

const SUMS = ['participants', 'hours', 'checked', 'lacking', 'persons'] as const;

/** What registers came to: how many entries, and what they add up to. */
export function Totals({
  totals,
  kinds,
}: {
  totals: readonly RegisterTotal[];
  kinds: readonly RegisterKind[];
}) {
  const text = useWords(words);
  const language = useLanguage();
  return (
    <table className={tables.table}>
      <tbody>
        {totals.map((one) => {
          const kind = kinds.find(({ kind: name }) => name === one.kind);
          const choice = kind?.facts
            .find(({ name }) => name === kind.by)
            ?.choices.find(({ value }) => value === one.choice);
          return (
            <tr key={`${one.kind} ${one.choice ?? ''}`}>
              <td>
                <strong>{kind?.title[language]}</strong>
                {choice ? `: ${choice.label[language]}` : ''}
              </td>
              <td className={tables.narrow}>
                {[text.entryCount(one.entries), ...sumsSaid(one, text)].join(' · ')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function sumsSaid(one: RegisterTotal, text: (typeof words)['vi']): string[] {
  const done =
    one.total === null ? [] : [`${text.sums.done} ${text.doneOf(figure(one.done), figure(one.total))}`];
  return [
    ...done,
    ...SUMS.flatMap((name) => (one[name] > 0 ? [`${figure(one[name])} ${text.sums[name]}`] : [])),
  ];
}
