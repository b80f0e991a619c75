import type { ReactNode } from 'react';
import type { Assets, ScriptName } from './assets.js';
import { frameWords } from './frame.words.js';
import { pageAt, type Visit } from './visit.js';

/** A page as whoever made it knows it. */
export interface Page {
  title: string;
  content: ReactNode;
  /** It holds what is one person's: nobody on the way, and no browser, keeps it. */
  personal?: boolean;
  /** Something was refused: said first, for those who hear the page. */
  refused?: boolean;
  script?: ScriptName;
  /** What leads to the same page in the other language where no address does: it was the answer to a form. */
  again?: { to: string; fields: Readonly<Record<string, string>> };
}

/** What every page stands in: whose it is, where else one may go, and the other language. */
export function Frame({ assets, visit, page }: { assets: Assets; visit: Visit; page: Page }) {
  const t = frameWords[visit.language];
  const name = visit.officeName || t.service;
  return (
    <html lang={visit.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${page.refused ? `${t.refused}: ` : ''}${page.title} · ${name}`}</title>
        <link rel="icon" href={assets.icon} />
        <link rel="stylesheet" href={assets.style} />
        {page.script ? <script type="module" src={assets.script(page.script)} /> : null}
      </head>
      <body>
        <a className="skip" href="#main">
          {t.skip}
        </a>
        <header className="head">
          <a className="brand" href={pageAt(visit)}>
            <span className="seal" aria-hidden="true" />
            <span>
              <strong>{name}</strong>
              <span>{t.portal}</span>
            </span>
          </a>
          <OtherLanguage visit={visit} {...(page.again ? { again: page.again } : {})} />
        </header>
        {visit.office ? <Places visit={visit} /> : null}
        <main id="main" tabIndex={-1}>
          {page.content}
        </main>
        <footer className="foot">
          <p>{t.foot}</p>
        </footer>
      </body>
    </html>
  );
}

/** What is come for oftenest; all else is on the first page. */
const PLACES = ['ho-so', 'thu-tuc', 'phan-anh', 'ke-hoach'] as const;

function Places({ visit }: { visit: Visit }) {
  const t = frameWords[visit.language];
  const here = visit.path.split('/')[3];
  return (
    <nav className="places" aria-label={t.places}>
      <ul>
        {PLACES.map((place) => (
          <li key={place}>
            <a href={pageAt(visit, place)} {...(place === here ? { 'aria-current': 'page' as const } : {})}>
              {t.names[place]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function OtherLanguage({ visit, again }: { visit: Visit; again?: NonNullable<Page['again']> }) {
  const other = visit.language === 'vi' ? 'en' : 'vi';
  const name = frameWords[other].language;
  if (!again)
    return (
      <a className="language" lang={other} hrefLang={other} href={visit.inOther}>
        {name}
      </a>
    );
  return (
    <form method="post" action={`${again.to}?lang=${other}`}>
      {Object.entries(again.fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <button className="language" lang={other}>
        {name}
      </button>
    </form>
  );
}
