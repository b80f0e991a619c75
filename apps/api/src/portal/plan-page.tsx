import type { ProgressRow } from '#planning';
import type { Page } from './frame.js';
import { Badge, Lacks } from './parts.js';
import { planWords } from './plan.words.js';
import { day as dayOf, figure } from './say.js';
import type { Visit } from './visit.js';

/** How the plan of a year stands: rows by area and unit, and how those are called; no rows where it is not approved. */
export interface PlanStanding {
  year: number;
  day: string;
  approved: boolean;
  rows: readonly ProgressRow[];
  areas: ReadonlyMap<string, string>;
  units: ReadonlyMap<string, string>;
  lacks: number;
}

/** How the tasks of a group stand together. */
export type Sum = Omit<ProgressRow, 'area' | 'unitId'>;

/** Several groups of tasks as one; the percentage is the mean of the tasks, not of the groups. */
export function sumOf(rows: readonly Sum[]): Sum {
  const total = (of: (row: Sum) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const tasks = total((row) => row.tasks);
  return {
    tasks,
    completed: total((row) => row.completed),
    running: total((row) => row.running),
    late: total((row) => row.late),
    silent: total((row) => row.silent),
    percent: tasks === 0 ? 0 : Math.round(total((row) => row.percent * row.tasks) / tasks),
  };
}

export function planPage(visit: Visit, plan: PlanStanding): Page {
  const t = planWords[visit.language];
  const { year, day, approved, rows, areas, units, lacks } = plan;
  const title = t.title(year);
  if (!approved) return { title, content: <Nothing title={title} text={t.none(year)} /> };
  const groups = (of: (row: ProgressRow) => string, names: ReadonlyMap<string, string>) =>
    [...Map.groupBy(rows, of)].map(([key, those]) => (
      <Standing key={key} visit={visit} name={names.get(key) ?? key} of={sumOf(those)} />
    ));
  return {
    title,
    content: (
      <>
        <section className="panel stack">
          <h1>{title}</h1>
          <p>{t.standing(dayOf(day) ?? day)}</p>
          <Lacks lacks={lacks} language={visit.language} />
          <ul className="list">
            <Standing visit={visit} name={t.all} of={sumOf(rows)} />
          </ul>
        </section>
        <section className="panel stack">
          <h2>{t.byArea}</h2>
          <ul className="list">{groups((row) => row.area, areas)}</ul>
        </section>
        <section className="panel stack">
          <h2>{t.byUnit}</h2>
          <ul className="list">{groups((row) => row.unitId, units)}</ul>
        </section>
      </>
    ),
  };
}

const Nothing = ({ title, text }: { title: string; text: string }) => (
  <section className="panel stack">
    <h1>{title}</h1>
    <p>{text}</p>
  </section>
);

function Standing({ visit, name, of }: { visit: Visit; name: string; of: Sum }) {
  const t = planWords[visit.language];
  const say = (value: number) => figure(value, visit.language);
  return (
    <li className="standing">
      <strong>{name}</strong>
      <progress max={100} value={of.percent} aria-label={`${name}: ${t.percent(say(of.percent))}`} />
      <span>{`${t.counts(say(of.tasks), say(of.completed), say(of.running))}; ${t.percent(say(of.percent))}`}</span>
      <span className="row">
        <Badge tone={of.late > 0 ? 'late' : 'done'}>
          {of.late > 0 ? t.late(say(of.late)) : t.nothingLate}
        </Badge>
        {of.silent > 0 ? <Badge tone="wait">{t.silent(say(of.silent))}</Badge> : null}
      </span>
    </li>
  );
}
