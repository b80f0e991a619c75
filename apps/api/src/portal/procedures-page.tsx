import type { Version } from '#dossiers';
import type { Page } from './frame.js';
import { Facts } from './parts.js';
import { procedureWords } from './procedures.words.js';
import { day, figure } from './say.js';
import { submissionWords } from './submission.words.js';
import { pageAt, type Visit } from './visit.js';

const pageOf = (visit: Visit, code: string): string => pageAt(visit, `thu-tuc/${encodeURIComponent(code)}`);

const timeOf = ({ time: { unit, value } }: Version, visit: Visit): string =>
  procedureWords[visit.language].times[unit](value);

function feeOf({ fee }: Version, { language }: Visit): string {
  const t = procedureWords[language];
  return fee === 0 ? t.free : t.dong(figure(fee, language));
}

/** Every procedure in force, by field. */
export function proceduresPage(visit: Visit, procedures: readonly Version[]): Page {
  const t = procedureWords[visit.language];
  const fields = Map.groupBy(procedures, ({ field }) => field);
  return {
    title: t.title,
    content: (
      <>
        <div className="stack">
          <h1>{t.title}</h1>
          <p>{procedures.length === 0 ? t.none : t.intro}</p>
        </div>
        {[...fields].map(([field, those]) => (
          <section key={field} className="panel stack">
            <h2>{field}</h2>
            <ul className="list">
              {those.map((procedure) => (
                <li key={procedure.code}>
                  <a href={pageOf(visit, procedure.code)}>{procedure.name}</a>
                  <span className="hint">
                    {[procedure.code, timeOf(procedure, visit), `${t.fee}: ${feeOf(procedure, visit)}`].join(
                      ' · ',
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  };
}

/** One procedure: what to bring, how long it takes, what it costs, on which basis. */
export function procedurePage(visit: Visit, procedure: Version): Page {
  const t = procedureWords[visit.language];
  const {
    name,
    code,
    service,
    components,
    steps,
    pausesFor,
    exemptions = [],
    extensionDays,
    legalBasis,
  } = procedure;
  return {
    title: name,
    content: (
      <>
        <section className="panel stack">
          <h1>{name}</h1>
          <Facts
            of={[
              [t.code, code],
              [t.time, timeOf(procedure, visit)],
              [t.extension, extensionDays ? t.times['working-days'](extensionDays) : null],
              [t.fee, feeOf(procedure, visit)],
              [t.exemptions, exemptions.length > 0 ? exemptions.join('; ') : null],
              [t.service, t.services[service]],
            ]}
          />
          {service === 'counter' ? null : (
            <a className="button primary" href={pageAt(visit, `thu-tuc/${encodeURIComponent(code)}/nop`)}>
              {submissionWords[visit.language].offer}
            </a>
          )}
        </section>
        <section className="panel stack">
          <h2>{t.components}</h2>
          <ol className="numbered">
            {components.map((component) => (
              <li key={component.name}>
                {component.name}
                {component.reusable ? <span className="hint">{` (${t.reusable})`}</span> : null}
              </li>
            ))}
          </ol>
        </section>
        <section className="panel stack">
          <h2>{t.steps}</h2>
          <ol className="numbered">
            {steps.map((step) => (
              <li key={step.name}>{step.name}</li>
            ))}
          </ol>
          <Facts
            of={[
              [t.pauses, pausesFor.length > 0 ? pausesFor.join('; ') : null],
              [t.basis, legalBasis],
              [t.from, day(procedure.from)],
            ]}
          />
        </section>
        <p>
          <a href={pageAt(visit, 'thu-tuc')}>{t.all}</a>
        </p>
      </>
    ),
  };
}
