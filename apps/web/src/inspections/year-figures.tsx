import { inspectionFiguresOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Fact } from '../ui/layout';
import page from '../ui/page.module.css';
import { figure } from '../words/format';
import { useWords } from '../words/language';
import { words } from './words';

/** What a year's inspections came to; what was not measured has no share. */
export function YearFigures({ year }: { year: number }) {
  const text = useWords(words);
  const { data } = useQuery(inspectionFiguresOptions({ query: { year } }));
  if (!data) return null;
  const share = (percent: number | null) => (percent === null ? text.noData : `${figure(percent)} %`);
  return (
    <dl className={page.facts} aria-label={text.figures}>
      <Fact name={text.inspectedUnits}>
        {data.inspected}/{data.units} ({share(data.inspectedShare)})
        {data.plannedShare === null ? null : (
          <div className={page.soft}>{text.asked(figure(data.plannedShare))}</div>
        )}
      </Fact>
      <Fact name={text.unplanned}>{data.unannounced}</Fact>
      <Fact name={text.remedied}>
        {data.required === 0
          ? text.noData
          : `${data.remedied}/${data.required} (${share(data.remediedShare)})`}
      </Fact>
      <Fact name={text.overdueOnes}>{data.overdue}</Fact>
    </dl>
  );
}
