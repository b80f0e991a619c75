import { useState, type ReactNode } from 'react';
import type { MayAct } from '../ui/acts';
import { Button } from '../ui/button';
import { Row } from '../ui/layout';
import { useWords } from '../words/language';
import { words } from './words';

interface Props {
  /** What they are about, so that buttons that are called alike can be told apart. */
  about: string;
  acts: readonly MayAct[];
  /** Those that are offered here, in this order. */
  offered: readonly string[];
  names: Readonly<Record<string, string>>;
  /** The window of one of them. */
  opened: (act: string, close: () => void) => ReactNode;
}

/** Answers to one thing, each a button: those that the service's own guard lets through. */
export function Answers({ about, acts, offered, names, opened }: Props) {
  const text = useWords(words);
  const [doing, setDoing] = useState<string>();
  const open = offered.filter((act) => acts.some((one) => one.act === act && one.may));
  return (
    <Row>
      {open.map((act) => (
        <Button key={act} onClick={() => setDoing(act)} aria-label={text.of(names[act] ?? act, about)}>
          {names[act] ?? act}
        </Button>
      ))}
      {doing === undefined ? null : opened(doing, () => setDoing(undefined))}
    </Row>
  );
}
