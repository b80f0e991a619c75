import type { CalendarPreview } from '#client';
import { Badge } from '../../ui/badge';
import { Panel } from '../../ui/layout';
import page from '../../ui/page.module.css';
import { day, figure } from '../../words/format';
import { inOne } from '../../words/in-one';
import { useLanguage, useWords } from '../../words/language';
import styles from './import.module.css';
import { words } from './words';

type Year = CalendarPreview['years'][number];

const TONE = { new: 'done', changed: 'wait', same: 'plain' } as const;

/** What the file would make of each year, and which of its cells have to be mended. */
export function Found({ preview: { years, errors } }: { preview: CalendarPreview }) {
  const text = useWords(words);
  const language = useLanguage();
  return (
    <div role="status" className={styles.found}>
      {errors.length > 0 ? (
        <Panel title={text.errors(figure(errors.length))}>
          <p className={page.soft}>{text.errorsWhat}</p>
          <ul className={styles.told}>
            {errors.map(({ message }, index) => (
              <li key={index}>{inOne(message, language)}</li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {years.map((year) => (
        <YearFound key={year.year} of={year} />
      ))}
    </div>
  );
}

const LISTS = ['nowOff', 'offNoMore', 'nowWorked', 'workedNoMore'] as const;

function YearFound({ of }: { of: Year }) {
  const text = useWords(words);
  const { year, standing, source, hours, otherHours } = of;
  return (
    <Panel title={text.year(year)}>
      <p>
        <Badge tone={TONE[standing]}>{text.standing[standing]}</Badge>
      </p>
      <dl className={page.facts}>
        <div>
          <dt>{text.by}</dt>
          <dd>{source}</dd>
        </div>
        <div>
          <dt>{otherHours ? text.otherHours : text.hours}</dt>
          <dd>{hours.map(({ from, to }) => `${from}–${to}`).join(', ')}</dd>
        </div>
        {LISTS.filter((list) => of[list].length > 0).map((list) => (
          <div key={list}>
            <dt>{text.days[list]}</dt>
            <dd>{of[list].map(day).join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
