import { formatDong } from '#kernel';
import type { Found, OnDossier } from './look-up-page.js';
import { feeWords } from './fee.words.js';
import { ActForm, Facts, Refused } from './parts.js';
import { instant } from './say.js';
import { pageAt } from './visit.js';

/** While it can be paid. */
const PAYABLE: readonly string[] = ['in_progress', 'awaiting_supplement', 'paused', 'result_ready'];

/** What is to be paid, how it stands with that, and where it is paid online (phí, lệ phí). */
export function FeePanel({ visit, held, formKey, shown, found }: OnDossier & { found: Found }) {
  const t = feeWords[visit.language];
  const { fee, status, paysOnline } = found;
  if (!fee) return null;
  const { amount, settled, payment } = fee;
  const payable = !settled && PAYABLE.includes(status);
  const begun = payment?.state === 'begun';
  return (
    <section className="panel stack" id="fee">
      <h2>{t.title}</h2>
      <Refused problem={shown.problem} language={visit.language} />
      <Facts
        of={[
          [t.amount, formatDong(amount)],
          [t.paidAt, payment?.state === 'paid' ? instant(payment.at) : null],
          [t.receipt, payment?.receipt ?? null],
        ]}
      />
      {settled && payment?.state !== 'paid' ? <p>{t.settled}</p> : null}
      {payment && payment.state !== 'paid' ? (
        <p className="note" role="status">
          {t.standing[payment.state](instant(payment.at) ?? '')}
        </p>
      ) : null}
      {payment?.state === 'paid' ? <p className="right">{t.paid}</p> : null}
      {payable && paysOnline ? (
        <ActForm to={pageAt(visit, 'ho-so/thanh-toan')} formKey={formKey} hidden={held}>
          <button className="button primary">{begun ? t.goOn : payment ? t.again : t.pay}</button>
        </ActForm>
      ) : null}
      {payable ? <p className="hint">{paysOnline ? t.orAtDesk : t.atDesk}</p> : null}
    </section>
  );
}
