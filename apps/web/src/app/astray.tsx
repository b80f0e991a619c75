import { Link } from '@tanstack/react-router';
import { Empty } from '../ui/layout';
import { Notice } from '../ui/notice';
import { useLanguage, useWords } from '../words/language';
import { problemOf } from './problem';
import { words } from './words';

/** There is no such page. */
export function NotFound() {
  const text = useWords(words);
  return (
    <Empty>
      {text.notFound}. <Link to="/">{text.toWork}</Link>
    </Empty>
  );
}

/** A page that could not be shown, and why. */
export function Failed({ error }: { error: unknown }) {
  const language = useLanguage();
  return <Notice problem={problemOf(error, language)} />;
}
