import { dossiersSaid, type DossierAtWork } from '#client';
import { formsListOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { ForPurpose } from '../persons/for-purpose';
import { Badge } from '../ui/badge';
import { Empty, Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { figure, instant } from '../words/format';
import { useWords } from '../words/language';
import { isAtWork, type Dossier } from './dossier';
import styles from './dossiers.module.css';
import { paymentWords } from './payment-words';
import { words } from './words';

/** The way of a dossier, and where on it it is. */
export function Steps({ dossier: { procedure, step, stepDue, status } }: { dossier: DossierAtWork }) {
  const text = useWords(words);
  const over = status === 'returned' || status === 'result_ready';
  return (
    <Panel title={text.steps}>
      <ol className={styles.steps}>
        {procedure.steps.map(({ name, share }, index) => {
          const here = !over && index === step;
          const done = over || index < step;
          return (
            <li
              key={`${index} ${name}`}
              {...(here ? { 'aria-current': 'step' } : {})}
              {...(done ? { 'data-done': true } : {})}
            >
              <strong>{name}</strong>{' '}
              <span className={page.soft}>
                {here ? text.stepHere : done ? text.stepDone : text.stepToCome}
                {share > 0 ? ` · ${text.shareOf(figure(share * 100))}` : ''}
                {here && stepDue ? ` · ${text.stepDue(instant(stepDue))}` : ''}
              </span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

/** What was handed in; of what the procedure asks for, also what was not. */
export function Papers({ dossier }: { dossier: Dossier }) {
  const text = useWords(words);
  const { components } = dossier;
  const missing = isAtWork(dossier)
    ? dossier.procedure.components.filter((name) => !components.some((one) => one.name === name))
    : [];
  return (
    <Panel title={text.papers}>
      {components.length + missing.length === 0 ? <Empty>–</Empty> : null}
      <ul className={page.list}>
        {components.map(({ name, form, fileId }) => (
          <li key={`${name} ${fileId}`}>
            {name} <span className={page.soft}>{text.paperForms[form]}</span>
            {fileId ? (
              <>
                {' '}
                <a href={`/api/v1/files/${fileId}`} download aria-label={text.attachedTo(name)}>
                  {text.attached}
                </a>
              </>
            ) : null}
          </li>
        ))}
        {missing.map((name) => (
          <li key={name}>
            {name} <Badge tone="soon">{text.missing}</Badge>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The numbered forms of a dossier, as PDF to print and as DOCX. */
export function Documents({ dossier }: { dossier: Dossier }) {
  const text = useWords(words);
  const { id } = dossier;
  const documents = useQuery(formsListOptions({ path: { id } })).data?.items ?? [];
  const owed = isAtWork(dossier) && dossier.apology === 'owed';
  return (
    <Panel title={text.documents}>
      {documents.length === 0 && !owed ? <p className={page.soft}>{text.noDocuments}</p> : null}
      <ul className={page.list}>
        {owed ? (
          <li>
            {text.apologyDraft} <Formats at={`/api/v1/dossiers/${id}/apology-draft`} of={text.apologyDraft} />
          </li>
        ) : null}
        {documents.map(({ id: documentId, title, number, year, numberedAt }) => (
          <li key={documentId}>
            {title} <Formats at={`/api/v1/documents/${documentId}`} of={title} />
            <div className={page.soft}>
              {text.document(number, year)} · {instant(numberedAt)}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const Formats = ({ at, of }: { at: string; of: string }) => (
  <span className={styles.formats}>
    {(['pdf', 'docx'] as const).map((format) => (
      <a
        key={format}
        href={`${at}?format=${format}`}
        target="_blank"
        rel="noopener"
        aria-label={`${format.toUpperCase()}: ${of}`}
      >
        {format.toUpperCase()}
      </a>
    ))}
  </span>
);

/** What the office gets and what the applicant gets. */
export function Fee({
  dossier: { procedure, settledFee, payment, refunds, signed, digitised },
}: {
  dossier: DossierAtWork;
}) {
  const text = useWords(words);
  const paying = useWords(paymentWords);
  return (
    <Panel title={text.feeAndResult}>
      <dl className={styles.pairs}>
        <dt>{text.fee}</dt>
        <dd>
          {procedure.fee === 0 ? (
            text.noFee
          ) : (
            <>
              {text.dong(figure(procedure.fee))}{' '}
              <Badge tone={settledFee ? 'done' : 'soon'}>{settledFee ? text.feeSettled : text.feeOpen}</Badge>
              {payment ? (
                <div className={page.soft}>
                  {paying.payment[payment.state](instant(payment.at))}
                  {payment.receipt ? ` · ${paying.receipt(payment.receipt)}` : ''}
                </div>
              ) : null}
            </>
          )}
          {refunds.map(({ refundId, amount, receipt, at, returned }) => {
            const dong = text.dong(figure(amount));
            return (
              <div key={refundId}>
                <Badge tone={returned ? 'done' : 'late'}>
                  {returned
                    ? paying.returned(dong, returned.document, instant(returned.at))
                    : paying.owed(dong, receipt, instant(at))}
                </Badge>
              </div>
            );
          })}
        </dd>
        <dt>{text.result}</dt>
        <dd>{signed ? text.signed(signed.number) : text.notSigned}</dd>
        {signed ? (
          <>
            <dt>{text.digitised}</dt>
            <dd>{digitised ? text.yes : text.no}</dd>
          </>
        ) : null}
      </dl>
    </Panel>
  );
}

/** What its applicant said of it, and what was noted of them: for a purpose (R34). */
export function Said({ id, purpose }: { id: string; purpose: string }) {
  const text = useWords(words);
  const read = async (said: string) =>
    (await dossiersSaid({ path: { id }, query: { purpose: said }, throwOnError: true })).data.items;
  return (
    <ForPurpose title={text.said} see={text.seeSaid} purpose={purpose} read={read}>
      {(items) =>
        items.length === 0 ? (
          <p>{text.nothingSaid}</p>
        ) : (
          <ul className={page.list}>
            {items.map(({ kind, at, text: said }) => (
              <li key={`${kind} ${at}`}>
                {said}
                <div className={page.soft}>
                  {text.saidKinds[kind]} · {instant(at)}
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </ForPurpose>
  );
}
