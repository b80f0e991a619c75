import type { InspectionListed, InspectionProgramme } from '#client';
import { inspectionListOptions, programmeActsOptions, programmeShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ofYear } from '../app/none-yet';
import { problemOf } from '../app/problem';
import { useMe } from '../app/me';
import { useUnitName } from '../organisation/units';
import { Acts } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { day, figure } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { OpenInspection } from './open-inspection';
import { PROGRAMME_ACTS } from './programme-acts';
import { words } from './words';

interface Props {
  year: number;
  thisYear: number;
}

/** As many inspections as one answer tells of. */
const MOST = 200;

/** The year's programme: its share of the units, what of it was opened, and what may be done with it. */
export function Programme({ year, thisYear }: Props) {
  const text = useWords(words);
  const language = useLanguage();
  const mayOpen = useMe().acts.includes('OpenInspection');
  const { data, error } = useQuery(programmeShowOptions({ path: { year } }));
  // Whatever is looked for above, an item that was opened is not offered again.
  const opened = useQuery(inspectionListOptions({ query: { year, limit: MOST } })).data?.items;
  const headers = { 'Accept-Language': language };
  const acts = useQuery(programmeActsOptions({ path: { year }, headers })).data?.items ?? [];
  if (error) return <Notice problem={problemOf(error, language)} />;
  const programme = ofYear(data) ?? undefined;
  const of = { id: `programme ${year}`, year, programme };
  return (
    <div className={page.columns}>
      <Panel title={text.programme}>
        {programme ? (
          <Planned
            programme={programme}
            inspections={opened ?? []}
            mayOpen={mayOpen && opened !== undefined}
          />
        ) : (
          <Empty>{text.noProgramme(year)}</Empty>
        )}
      </Panel>
      <div className={page.column}>
        <Acts of={of} acts={acts} forms={PROGRAMME_ACTS} names={text.act} />
        {mayOpen && year === thisYear ? <OpenInspection /> : null}
      </div>
    </div>
  );
}

function Planned({
  programme,
  inspections,
  mayOpen,
}: {
  programme: InspectionProgramme;
  inspections: readonly InspectionListed[];
  mayOpen: boolean;
}) {
  const text = useWords(words);
  const unitName = useUnitName();
  const { status, share, source, units, of, decided } = programme;
  return (
    <>
      <p>
        <Badge tone={status === 'approved' ? 'done' : 'plain'}>{text.programmeStates[status]}</Badge>{' '}
        {decided ? text.decidedBy(decided.documentNumber, day(decided.documentDate)) : null}
      </p>
      <p className={page.soft}>
        {text.programmeShare(units, of, figure(share))} ({source})
      </p>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{text.month}</th>
            <th scope="col">{text.inspection}</th>
            <th scope="col">{text.unit}</th>
            <th scope="col">{text.state}</th>
          </tr>
        </thead>
        <tbody>
          {programme.inspections
            .toSorted((a, b) => a.month - b.month)
            .map((item) => {
              const opened = inspections.find((one) => one.itemId === item.itemId);
              return (
                <tr key={item.itemId}>
                  <td className={tables.narrow}>{text.monthOf(item.month)}</td>
                  <td>
                    {opened ? (
                      <Link to="/inspections/$id" params={{ id: opened.id }} className={page.titleLink}>
                        {text.kinds[item.kind]}
                      </Link>
                    ) : (
                      <strong>{text.kinds[item.kind]}</strong>
                    )}
                    <div className={page.soft}>{item.about}</div>
                  </td>
                  <td>{unitName(item.unitId)}</td>
                  <td>
                    {!opened && mayOpen && status === 'approved' ? (
                      <OpenInspection item={item} of={unitName(item.unitId)} />
                    ) : (
                      text.statuses[opened?.status ?? 'none']
                    )}
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </>
  );
}
