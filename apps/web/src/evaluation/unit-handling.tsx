import { handlingDossiers, type HandlingRanking, type ScoredDossier } from '#client';
import { Link } from '@tanstack/react-router';
import { useEndless } from '../app/endless';
import { useMe } from '../app/me';
import { usePosts } from '../organisation/posts';
import { useUnitName } from '../organisation/units';
import { Acts } from '../ui/acts';
import { Panel } from '../ui/layout';
import { More } from '../ui/more';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { day, figure } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { HANDLING_ACTS } from './handling-acts';
import { handlingWords } from './handling-words';

const LISTED = 50;

interface Props {
  of: HandlingRanking;
  unit: HandlingRanking['items'][number];
}

/** A unit's form 02, who handled its dossiers, and each of them with why it lost points (form 01). */
export function UnitHandling({ of, unit }: Props) {
  const text = useWords(handlingWords);
  const unitName = useUnitName();
  const { unitId } = unit;
  const may = useMe().acts.includes('ScoreHandling');
  const acts = may ? [{ act: 'ScoreHandling', may: true, why: null }] : [];
  return (
    <div className={page.columns}>
      <div className={page.column}>
        <Panel title={text.unitForm(unitName(unitId))}>
          <p className={page.soft}>{of.source}</p>
          <Indices of={of} unit={unit} />
        </Panel>
        <Forms of={of} unitId={unitId} />
      </div>
      <div className={`${page.column} ${page.beside}`}>
        <Acts
          of={{ id: `${unitId} ${of.year}`, unitId, year: of.year, quarter: of.quarter ?? 1 }}
          acts={acts}
          forms={HANDLING_ACTS}
          names={text.act}
        />
        <Officials of={unit.officials} />
      </div>
    </div>
  );
}

function Indices({ of, unit }: Props) {
  const text = useWords(handlingWords);
  const language = useLanguage();
  const declared = new Map(of.indices.map((one) => [one.index, one]));
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{text.index}</th>
          <th scope="col">{text.points}</th>
        </tr>
      </thead>
      <tbody>
        {unit.indices.map(({ index, points }) => (
          <tr key={index}>
            <td>
              {declared.get(index)?.name[language]}
              <div className={page.soft}>{declared.get(index)?.rule[language]}</div>
              {unit.entered
                .filter((one) => one.index === index)
                .map((one) => (
                  <div key={one.quarter} className={page.soft}>
                    {text.enteredBy(one.quarter, one.points, one.evidence.text)}
                  </div>
                ))}
            </td>
            <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.points}>
              {points === null ? text.noData : figure(points)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Officials({ of }: { of: Props['unit']['officials'] }) {
  const text = useWords(handlingWords);
  const posts = usePosts();
  return (
    <Panel title={text.officials}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{text.official}</th>
            <th scope="col">{text.officialPoints}</th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ postId, dossiers, points, grade }) => (
            <tr key={postId}>
              <td>
                {posts.find((post) => post.postId === postId)?.title ?? '–'}
                <div className={page.soft}>
                  {text.dossiers}: {dossiers}
                </div>
              </td>
              <td className={tables.labelled} data-label={text.officialPoints}>
                {figure(points)}
                <div className={page.soft}>{text.officialGrades[grade]}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Forms({ of: { year, quarter }, unitId }: { of: HandlingRanking; unitId: string }) {
  const text = useWords(handlingWords);
  const period = { year, ...(quarter === null ? {} : { quarter }) };
  const list = useEndless('handlingDossiers', { ...period, unitId }, (cursor, signal) =>
    handlingDossiers({
      path: { id: unitId },
      query: { ...period, ...cursor, limit: LISTED },
      signal,
      throwOnError: true,
    }),
  );
  return (
    <Panel title={text.forms}>
      {list.items.length > 0 ? (
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{text.dossier}</th>
              <th scope="col">{text.points}</th>
              <th scope="col">{text.whyLess}</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map((one) => (
              <Form key={one.id} of={one} />
            ))}
          </tbody>
        </table>
      ) : null}
      <More list={list} none={text.none} />
    </Panel>
  );
}

function Form({ of: { id, code, procedureName, endedAt, total, scores } }: { of: ScoredDossier }) {
  const text = useWords(handlingWords);
  const lost = scores.flatMap(({ deduction }) => deduction ?? []);
  return (
    <tr>
      <td>
        <Link to="/dossiers/$id" params={{ id }} className={page.titleLink}>
          {code}
        </Link>
        <div className={page.soft}>
          {procedureName}, {day(endedAt)}
        </div>
      </td>
      <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.points}>
        {total}/10
      </td>
      <td className={tables.labelled} data-label={text.whyLess}>
        {lost.length === 0
          ? text.nothingLost
          : lost
              .map(({ why, of }) =>
                of.length === 0 ? text.whys[why] : `${text.whys[why]}: ${of.join('; ')}`,
              )
              .join(' · ')}
      </td>
    </tr>
  );
}
