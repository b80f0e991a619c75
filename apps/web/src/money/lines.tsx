import type { TaskMoney } from '#client';
import { useState, type ReactNode } from 'react';
import { ActDialog, type MayAct } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { day, dong, instant } from '../words/format';
import { useWords } from '../words/language';
import { ENTRY_ACTS } from './act-forms';
import styles from './money.module.css';
import { words } from './words';

type Line = TaskMoney['lines'][number];

/** The lines of the estimate, each with all that was written on it. */
export function Lines({ of: money, acts }: { of: TaskMoney; acts: readonly MayAct[] }) {
  const text = useWords(words);
  return (
    <>
      <table className={`${tables.table} ${styles.sums}`}>
        <thead>
          <tr>
            <th scope="col">{text.line}</th>
            <th scope="col">{text.allocated}</th>
            <th scope="col">{text.spent}</th>
            <th scope="col">{text.left}</th>
          </tr>
        </thead>
        <tbody>
          {money.lines.map(({ lineId, purpose, allocated, allowed, spent, left }) => (
            <tr key={lineId}>
              <th scope="row">{purpose}</th>
              <td data-label={text.allocated}>
                {dong(allocated)}
                {allowed > 0 ? (
                  <div className={page.soft}>
                    + {dong(allowed)} {text.allowed.toLocaleLowerCase()}
                  </div>
                ) : null}
              </td>
              <td data-label={text.spent}>{dong(spent)}</td>
              <td data-label={text.left}>{dong(left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {money.lines.map((line) => (
        <LineEntries key={line.lineId} of={line} taskId={money.id} acts={acts} />
      ))}
    </>
  );
}

function LineEntries({ of: line, taskId, acts }: { of: Line; taskId: string; acts: readonly MayAct[] }) {
  const text = useWords(words);
  const { allocations, overruns, spendings } = line;
  const may = (act: string) => acts.some((one) => one.act === act && one.may);
  return (
    <details>
      <summary>
        {line.purpose}: {text.detailsOf(allocations.length + overruns.length + spendings.length)}
      </summary>
      <ul className={styles.entries}>
        {allocations.map(({ allocationId, amount, documentNumber, documentDate, withdrawn }) => (
          <Entry
            key={allocationId}
            id={allocationId}
            taskId={taskId}
            said={text.given(dong(amount))}
            withdrawn={withdrawn}
            act={may('WithdrawAllocation') ? 'WithdrawAllocation' : undefined}
          >
            {text.byDocument(documentNumber, day(documentDate))}
          </Entry>
        ))}
        {overruns.map(({ overrunId, amount, reason, at }) => (
          <Entry key={overrunId} id={overrunId} taskId={taskId} said={text.overrun(dong(amount))}>
            {instant(at)} · {text.withdrawnWhy(reason)}
          </Entry>
        ))}
        {spendings.map(({ spendingId, amount, day: on, documentNumber, text: what, by, at, withdrawn }) => (
          <Entry
            key={spendingId}
            id={spendingId}
            taskId={taskId}
            said={text.paid(dong(amount), day(on))}
            withdrawn={withdrawn}
            act={may('WithdrawSpending') ? 'WithdrawSpending' : undefined}
          >
            {text.voucher(documentNumber)} · {what} · {text.recordedBy(by ?? '–', instant(at))}
          </Entry>
        ))}
      </ul>
    </details>
  );
}

interface EntryProps {
  id: string;
  taskId: string;
  said: string;
  withdrawn?: string | null;
  act?: 'WithdrawAllocation' | 'WithdrawSpending' | undefined;
  children: ReactNode;
}

function Entry({ id, taskId, said, withdrawn = null, act, children }: EntryProps) {
  const text = useWords(words);
  const [open, setOpen] = useState(false);
  const name = act === 'WithdrawAllocation' ? text.takeBack : text.cancelNote;
  return (
    <li>
      <strong>{said}</strong> {withdrawn === null ? null : <Badge>{text.withdrawn}</Badge>}
      <div className={page.soft}>
        {children}
        {withdrawn === null ? null : ` · ${text.withdrawnWhy(withdrawn)}`}
      </div>
      {act && withdrawn === null ? (
        <Button look="quiet" onClick={() => setOpen(true)} aria-label={text.of(name, said)}>
          {name}
        </Button>
      ) : null}
      {open && act ? (
        <ActDialog
          of={{ id, taskId }}
          act={act}
          forms={ENTRY_ACTS}
          names={text.act}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </li>
  );
}
