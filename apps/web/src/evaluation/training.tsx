import type { TrainingOfOfficialResponse } from '#client';
import { trainingOfOfficialOptions, trainingOfUnitOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { nameIn, usePosts } from '../organisation/posts';
import { Fact, Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { day, figure } from '../words/format';
import { useWords } from '../words/language';
import { words } from './words';

type Learnt = TrainingOfOfficialResponse;

/** What an official learnt in the year: sessions and hours, which open to the register's entries. */
export function OfficialsTraining({ evaluationId }: { evaluationId: string }) {
  const { data } = useQuery(trainingOfOfficialOptions({ path: { id: evaluationId } }));
  return data ? <Training of={data} /> : null;
}

/** The same of each official of a unit. */
export function UnitsTraining({ year, unitId }: { year: number; unitId: string }) {
  const { data } = useQuery(trainingOfUnitOptions({ path: { year, id: unitId } }));
  return data ? <Training of={data} each /> : null;
}

function Training({ of: { people, entries }, each = false }: { of: Learnt; each?: boolean }) {
  const text = useWords(words);
  const posts = usePosts();
  return (
    <Panel title={text.training}>
      <dl className={page.factList}>
        {people.map(({ personId, sessions, hours }) => (
          <Fact key={personId} name={each ? (nameIn(posts, personId) ?? '–') : text.trained}>
            {text.trainedFor(figure(sessions), figure(hours))}
          </Fact>
        ))}
      </dl>
      {entries.length === 0 ? <p className={page.soft}>{text.notTrained}</p> : null}
      <ul className={page.list}>
        {entries.map(({ id, title, hours, ...entry }) => (
          <li key={id}>
            <Link to="/registers/$id" params={{ id }}>
              {title}
            </Link>
            <div className={page.soft}>{text.trainedOn(day(entry.day), figure(hours))}</div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
