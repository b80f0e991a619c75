import { reportRead, reportReceived, type Report } from '#client';
import { useEffect, useState } from 'react';
import { queries } from '../app/queries';
import { Circulation } from '../circulation/circulation';
import { under } from '../ui/fields';
import { useWords } from '../words/language';
import { words } from './words';

/** To whom the report was sent, and who has it. */
export function Recipients({ report: { id, status, sendings } }: { report: Report }) {
  const text = useWords(words);
  if (status !== 'sent') return null;
  return (
    <Circulation
      sendings={sendings}
      none={text.toNobody}
      act="RecordReportReceipt"
      note={(body, key) => reportReceived({ ...under(id, key), body })}
    />
  );
}

/** Whoever opens a report that their unit got has it: said for them, once; what fails is said when they open it again. */
export function Opened({ id }: { id: string }) {
  const [key] = useState(() => crypto.randomUUID());
  useEffect(() => {
    void reportRead(under(id, key)).then(
      () => queries.invalidateQueries(),
      () => undefined,
    );
  }, [id, key]);
  return null;
}
