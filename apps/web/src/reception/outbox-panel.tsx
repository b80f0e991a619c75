import { useMe } from '../app/me';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Panel, Row, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { instant } from '../words/format';
import { useWords } from '../words/language';
import { isTyping, type ReceptionDraft } from './draft';
import { takeOutOfOutbox, useOutbox, type Waiting } from './outbox';
import type { Received } from './receipt-page';
import styles from './reception.module.css';
import { words } from './words';

interface Props {
  onReceipt: (received: Received) => void;
  onMend: (draft: ReceptionDraft) => void;
}

/** What was taken with the line down: what waits, what has its number now, what was refused and why. */
export function OutboxPanel({ onReceipt, onMend }: Props) {
  const text = useWords(words);
  const outbox = useOutbox();
  if (outbox.length === 0) return null;
  return (
    <div className={styles.outbox}>
      <Panel title={text.outbox}>
        <ul>
          {outbox.map((waiting) => (
            <li key={waiting.key}>
              <Entry waiting={waiting} onReceipt={onReceipt} onMend={onMend} />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

const TONES = { waiting: 'wait', refused: 'late', received: 'done' } as const;

function Entry({ waiting, onReceipt, onMend }: Props & { waiting: Waiting }) {
  const text = useWords(words);
  const { state, procedure, applicant, takenAt, receipt, problem, draft } = waiting;
  return (
    <Stack>
      <div>
        <strong>{applicant}</strong> <Badge tone={TONES[state]}>{text.outboxStates[state]}</Badge>
      </div>
      <div className={page.soft}>
        {procedure} · {text.takenAt(instant(takenAt))}
        {receipt ? ` · ${receipt.code}` : ''}
      </div>
      {problem ? <Notice problem={problem} /> : null}
      <Row>
        {receipt ? (
          <>
            <Button onClick={() => onReceipt({ receipt, procedure, applicant })}>{text.seeReceipt}</Button>
            <Button look="quiet" onClick={() => takeOutOfOutbox(waiting)}>
              {text.putAway}
            </Button>
          </>
        ) : null}
        {state === 'refused' ? (
          <>
            <Button
              disabled={isTyping()}
              onClick={() => {
                takeOutOfOutbox(waiting);
                onMend(draft);
              }}
            >
              {text.mend}
            </Button>
            <Button look="quiet" onClick={() => takeOutOfOutbox(waiting)}>
              {text.discard}
            </Button>
          </>
        ) : null}
      </Row>
    </Stack>
  );
}

/** What the applicant takes along until there is a number. */
export function WaitingPage({ waiting, onNext }: { waiting: Waiting; onNext: () => void }) {
  const text = useWords(words);
  const { office, name } = useMe();
  return (
    <>
      <article className={styles.receipt} aria-label={text.waitingReceipt}>
        <p>{office.name}</p>
        <h2>{text.waitingReceipt}</h2>
        <div className={styles.receiptBody}>
          <dl>
            <dt>{text.code}</dt>
            <dd className={styles.code}>{text.noCode}</dd>
            <dt>{text.procedure}</dt>
            <dd>{waiting.procedure}</dd>
            <dt>{text.applicant}</dt>
            <dd>{waiting.applicant}</dd>
            <dt>{text.taken}</dt>
            <dd>{instant(waiting.takenAt)}</dd>
            <dt>{text.receivedBy}</dt>
            <dd>{name}</dd>
          </dl>
        </div>
        <p>{text.waitingWhy}</p>
      </article>
      <Row>
        <Button look="primary" autoFocus onClick={() => print()}>
          {text.print}
        </Button>
        <Button onClick={onNext}>{text.next}</Button>
      </Row>
    </>
  );
}
