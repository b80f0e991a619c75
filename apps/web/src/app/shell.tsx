import { sessionSignOut } from '#client';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { chapterOf } from '../help/chapter-of';
import { OutboxNote } from '../reception/outbox-note';
import { Button } from '../ui/button';
import { dropAllDrafts } from '../ui/drafts';
import seal from '../ui/seal.svg';
import { Toasts } from '../ui/toasts';
import { instant } from '../words/format';
import { chooseLanguage, useLanguage, useWords } from '../words/language';
import { useNow } from './clock';
import { endLooks } from './live';
import { useMe } from './me';
import { PlacesNav } from './places-nav';
import { signedOut } from './session-state';
import styles from './shell.module.css';
import { words } from './words';

/** What stands around every page: where one can go, who one is, and when it is. */
export function Shell() {
  const text = useWords(words);
  const me = useMe();
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {text.skip}
      </a>
      <div className={styles.side}>
        <Link to="/" className={styles.brand}>
          <img src={seal} alt="" />
          <div>
            <strong>{text.product}</strong>
            <span>{me.office.name}</span>
          </div>
        </Link>
        <PlacesNav />
        <Who />
      </div>
      <Main />
      <Toasts />
    </div>
  );
}

function Who() {
  const text = useWords(words);
  const language = useLanguage();
  const me = useMe();
  const now = useNow();
  async function signOut(): Promise<void> {
    const goOn = endLooks();
    dropAllDrafts();
    await sessionSignOut().catch((error: unknown) => {
      goOn();
      throw error;
    });
    signedOut();
    location.assign('/app/');
  }
  return (
    <div className={styles.who}>
      <div>
        <Link to="/me">
          <strong>{me.name}</strong>
        </Link>
        <div>
          <span>{me.posts.map(({ title }) => title).join(', ')}</span>
        </div>
        <OutboxNote />
      </div>
      {me.demo ? (
        <div className={styles.demo}>
          {text.demoClock}: {instant(now)}
        </div>
      ) : null}
      <div>
        <Help />
        <Button
          look="quiet"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => chooseLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {text.language}
        </Button>
        <Button look="quiet" onClick={() => void signOut()}>
          {text.signOut}
        </Button>
      </div>
    </div>
  );
}

/** To the chapter of the manual that is about this screen. */
function Help() {
  const text = useWords(words);
  const path = useRouterState({ select: ({ location: { pathname } }) => pathname });
  return (
    <Link
      to="/help"
      hash={path.endsWith('/help') ? '' : chapterOf(path.replace(/^\/app/, ''))}
      className={styles.help}
    >
      {text.help}
    </Link>
  );
}

/** The page itself; who comes to another one hears its name and starts at its top. */
function Main() {
  const path = useRouterState({ select: ({ location: { pathname } }) => pathname });
  const at = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else at.current?.focus();
  }, [path]);
  return (
    <main id="main" className={styles.page} tabIndex={-1} ref={at}>
      <Outlet />
    </main>
  );
}
