import type { Receipt } from '#client';
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me';
import { Button } from '../ui/button';
import { Row } from '../ui/layout';
import { instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './reception.module.css';
import { words } from './words';

/** What was received just now, as its receipt says it. */
export interface Received {
  receipt: Receipt;
  procedure: string;
  applicant: string;
}

/** The receipt: read out, printed by one key, and on to the next. */
export function ReceiptPage({ received, onNext }: { received: Received; onNext: () => void }) {
  const text = useWords(words);
  const language = useLanguage();
  const { office, name } = useMe();
  const { receipt, procedure, applicant } = received;
  return (
    <>
      <article className={styles.receipt} aria-label={text.receipt}>
        <p>{office.name}</p>
        <h2>{text.receipt}</h2>
        <div className={styles.receiptBody}>
          <dl>
            <dt>{text.code}</dt>
            <dd className={styles.code}>{receipt.code}</dd>
            <dt>{text.procedure}</dt>
            <dd>{procedure}</dd>
            <dt>{text.applicant}</dt>
            <dd>{applicant}</dd>
            <dt>{text.due}</dt>
            <dd>{receipt.due ? instant(receipt.due) : (receipt.dueNote?.[language] ?? '–')}</dd>
            <dt>{text.secret}</dt>
            <dd className={styles.code}>{receipt.lookup.secret}</dd>
            <dt>{text.receivedBy}</dt>
            <dd>{name}</dd>
          </dl>
          <figure>
            <img
              src={`/api/v1/dossiers/${receipt.dossierId}/receipt-code`}
              alt={text.qr}
              width={160}
              height={160}
            />
            <figcaption>{text.scan}</figcaption>
          </figure>
        </div>
      </article>
      <Row>
        <Button look="primary" autoFocus onClick={() => print()}>
          {text.print}
        </Button>
        <Button onClick={onNext}>{text.next}</Button>
        <Link to="/dossiers/$id" params={{ id: receipt.dossierId }} className={styles.open}>
          {text.open}
        </Link>
      </Row>
    </>
  );
}
