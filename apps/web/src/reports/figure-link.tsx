import type { Report } from '#client';
import { Link } from '@tanstack/react-router';
import { figure } from '../words/format';
import type { FigureSearch } from './report-search';

interface Props {
  report: Report;
  count: number;
  /** What is counted, in words. */
  of: string;
  where: Omit<FigureSearch, 'submission'>;
}

/** A figure that leads to what it counts; of what was handed in, for ever to the same. */
export function FigureLink({ report: { id, status, submissions }, count, of, where }: Props) {
  if (count === 0) return <>0</>;
  const submission = status === 'draft' ? undefined : submissions.at(-1)?.submission;
  return (
    <Link
      to="/reports/$id/figures"
      params={{ id }}
      search={{ ...where, ...(submission === undefined ? {} : { submission }) }}
      aria-label={`${of}: ${figure(count)}`}
    >
      {figure(count)}
    </Link>
  );
}
