import { actWords } from '../dossiers/act-words';
import { words as feedbackWords } from '../feedback/words';
import { words as planWords } from '../plan/words';
import { words as taskWords } from '../tasks/words';
import { useWords } from '../words/language';
import { words } from './words';

/** What acts are called on the pages where they are done, by the page. */
export function useActsByPage(): Readonly<Record<'tasks' | 'plan' | 'dossiers' | 'feedback', Names>> {
  return {
    tasks: useWords(taskWords).act,
    plan: useWords(planWords).act,
    dossiers: useWords(actWords).act,
    feedback: useWords(feedbackWords).act,
  };
}

type Names = Readonly<Record<string, string>>;

/** What an act is called; its own name where no page does it. */
export function useActNames(): (act: string) => string {
  const pages = Object.values(useActsByPage());
  const own: Names = useWords(words).act;
  return (act) => [own, ...pages].find((names) => names[act] !== undefined)?.[act] ?? act;
}
