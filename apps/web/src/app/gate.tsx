import { useEffect, type ReactNode } from 'react';
import { Dialog } from '../ui/dialog';
import { Button } from '../ui/button';
import { Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import { chooseLanguage, useLanguage, useWords } from '../words/language';
import styles from './shell.module.css';
import { hearTime } from './clock';
import { followChanges } from './live';
import { useKeeping } from './keeping';
import { useMaybeMe } from './me';
import { keepSending } from '../reception/outbox';
import { isProblem, problemOf } from './problem';
import { openFor, useLapsed } from './session-state';
import { SignInForm } from './sign-in';
import { words } from './words';

/** Lets in who is signed in. Where a session ends meanwhile, the page stays as it is under a window that asks for a new one. */
export function Gate({ children }: { children: ReactNode }) {
  const me = useMaybeMe();
  const lapsed = useLapsed();
  const language = useLanguage();
  const text = useWords(words);
  const personId = me.data?.id;
  const now = me.data?.now;
  useEffect(() => {
    if (now !== undefined) hearTime(now);
  }, [now]);
  useEffect(() => {
    if (personId === undefined) return undefined;
    openFor(personId);
    return followChanges();
  }, [personId]);
  const isKeeping = useKeeping(me.data);
  useEffect(() => (isKeeping ? keepSending() : undefined), [isKeeping]);
  if (me.data && !isKeeping) return <p className={styles.loading}>{text.loading}</p>;
  if (me.data)
    return (
      <>
        {children}
        {lapsed ? (
          <Dialog title={text.signInAgain}>
            <p>{text.signInAgainWhy}</p>
            <SignInForm
              username={me.data.username}
              onDone={(id) => {
                // Somebody else at this desk: nothing of the one before stays on the screen.
                if (id !== '' && id !== personId) location.reload();
              }}
            />
          </Dialog>
        ) : null}
      </>
    );
  if (me.isLoading) return <p className={styles.loading}>{text.loading}</p>;
  if (!me.error || (isProblem(me.error) && me.error.status === 401)) return <SignInPage />;
  return (
    <main className={styles.signIn}>
      <Notice problem={problemOf(me.error, language)} />
      <Button look="primary" onClick={() => void me.refetch()}>
        {text.retry}
      </Button>
    </main>
  );
}

function SignInPage() {
  const text = useWords(words);
  const language = useLanguage();
  return (
    <main className={styles.signIn}>
      <header>
        <h1>{text.product}</h1>
        <p>{text.motto}</p>
      </header>
      <Panel title={text.signIn}>
        <SignInForm />
      </Panel>
      <nav className={styles.elsewhere}>
        <a href="/public/thieu-van">{text.citizens}</a>
        <a href="/reference">{text.reference}</a>
        <button
          type="button"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => chooseLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {text.language}
        </button>
      </nav>
    </main>
  );
}
