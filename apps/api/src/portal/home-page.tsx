import type { Page } from './frame.js';
import { homeWords } from './home.words.js';
import { LookUpForm } from './look-up-page.js';
import { pageAt, type Visit } from './visit.js';

const SETS = ['dossiers', 'procedures', 'plan-progress'] as const;
const LINKS = ['thu-tuc', 'phan-anh', 'ke-hoach', 'ket-qua', 'tra-loi', 'xin-loi'] as const;

/** What most come for first: where their dossier is; then all that is open to everybody. */
export function homePage(visit: Visit): Page {
  const t = homeWords[visit.language];
  const office = encodeURIComponent(visit.office);
  return {
    title: t.title,
    script: 'receipt',
    content: (
      <>
        <section className="panel stack">
          <h1>{t.lookUp}</h1>
          <LookUpForm visit={visit} />
        </section>
        <section className="stack">
          <h2>{t.more}</h2>
          <ul className="cards">
            {LINKS.map((page) => (
              <li key={page}>
                <a className="card" href={pageAt(visit, page)}>
                  <strong>{t.links[page][0]}</strong>
                  <span>{t.links[page][1]}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
        <section className="panel stack">
          <h2>{t.data}</h2>
          <p>{t.dataIntro}</p>
          <ul className="list">
            {SETS.map((set) => (
              <li key={set}>
                <span>
                  {`${t.sets[set]}: `}
                  <a
                    href={`/public/${office}/open-data/${set}?format=csv`}
                    aria-label={`${t.sets[set]}, CSV`}
                  >
                    CSV
                  </a>
                  {', '}
                  <a href={`/public/${office}/open-data/${set}`} aria-label={`${t.sets[set]}, JSON`}>
                    JSON
                  </a>
                </span>
              </li>
            ))}
            <li>
              <a href={`/ledger/${office}/checkpoint`}>{t.ledger}</a>
            </li>
          </ul>
        </section>
      </>
    ),
  };
}
