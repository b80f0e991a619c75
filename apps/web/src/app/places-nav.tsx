import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/language';
import { useMe } from './me';
import { PLACES } from './places';
import styles from './shell.module.css';
import { words } from './words';

/** Where one can go; on a narrow window it is a strip, on which the place where one is stands in sight. */
export function PlacesNav() {
  const text = useWords(words);
  const me = useMe();
  const strip = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    const here = strip.current?.querySelector('[aria-current=page]');
    if (!strip.current || !here) return;
    const [within, of] = [strip.current, here].map((one) => one.getBoundingClientRect());
    if (within && of) strip.current.scrollLeft += of.left + of.width / 2 - (within.left + within.width / 2);
  }, [path]);
  return (
    <nav ref={strip} className={styles.places} aria-label={text.menu}>
      {PLACES.filter(({ open }) => open(me)).map(({ to, name }) => (
        <Link key={to} to={to} className={styles.place} activeOptions={{ exact: to === '/' }}>
          {text[name]}
        </Link>
      ))}
    </nav>
  );
}
