import type { ToldProblem } from '../problem.filter.js';
import type { Page } from './frame.js';
import { problemWords } from './problem.words.js';
import { pageAt, type Visit } from './visit.js';

/** What somebody reads who can't be shown the page that they asked for. */
export function problemPage(visit: Visit, { title, detail, instance, status }: ToldProblem): Page {
  const t = problemWords[visit.language];
  return {
    title,
    refused: true,
    personal: true,
    content: (
      <section className="panel stack">
        <h1>{title}</h1>
        <p>{detail}</p>
        {status >= 500 ? <p className="hint">{t.id(instance)}</p> : null}
        {visit.office ? (
          <p>
            <a href={pageAt(visit)}>{t.home}</a>
          </p>
        ) : null}
      </section>
    ),
  };
}
