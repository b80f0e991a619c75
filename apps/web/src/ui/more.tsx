import { problemOf } from '../app/problem';
import { useLanguage, useWords } from '../words/language';
import { Button } from './button';
import { Empty } from './layout';
import { Notice } from './notice';
import { words } from './words';

interface Props {
  list: {
    error: unknown;
    isPending: boolean;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
    items: readonly unknown[];
  };
  /** What is said where the list is empty. */
  none: string;
}

/** The end of a list: that it could not be read, that there is nothing, or that there is more. */
export function More({ list, none }: Props) {
  const text = useWords(words);
  const language = useLanguage();
  if (list.error) return <Notice problem={problemOf(list.error, language)} />;
  if (list.items.length === 0) return <Empty>{list.isPending ? '…' : none}</Empty>;
  if (!list.hasNextPage) return null;
  return (
    <Button onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
      {text.more}
    </Button>
  );
}
