import { PAYMENT_LASTS_MS, type OwnDossiers } from '#dossiers';
import { formatDong } from '#kernel';
import { feeWords } from './fee.words.js';
import type { Page } from './frame.js';
import { ActForm, Facts, Refused, type Shown } from './parts.js';
import { instant } from './say.js';
import { pageAt, paymentAt, type Visit } from './visit.js';

const MINUTE_MS = 60_000;

/** Leads on to the gateway by a link: from a form a browser is led to no other server. */
export function toGatewayPage(visit: Visit, gateway: string, amount: number): Page {
  const t = feeWords[visit.language];
  return {
    title: t.toGateway.title,
    personal: true,
    content: (
      <section className="panel stack">
        <h1>{t.toGateway.title}</h1>
        <Facts of={[[t.amount, formatDong(amount)]]} />
        <p>{t.toGateway.text(PAYMENT_LASTS_MS / MINUTE_MS)}</p>
        <p>
          <a className="button primary" href={gateway} rel="noreferrer">
            {t.toGateway.link}
          </a>
        </p>
        <p className="hint">{t.orAtDesk}</p>
      </section>
    ),
  };
}

type Fee = Awaited<ReturnType<OwnDossiers['feeOf']>>;

/** What has become of a payment, for whoever comes back from the gateway: by what it told the office, never by the address. */
export function backPage(
  visit: Visit,
  fee: NonNullable<Fee>,
  sealed: string,
  formKey: string,
  shown: Shown = { typed: {} },
): Page {
  const t = feeWords[visit.language];
  const { amount, settled, payment } = fee;
  const title = t.back[settled && payment?.state !== 'paid' ? 'settled' : (payment?.state ?? 'failed')];
  const standing =
    payment && payment.state !== 'paid' && !settled
      ? t.standing[payment.state](instant(payment.at) ?? '')
      : null;
  const begun = payment?.state === 'begun';
  return {
    title,
    personal: true,
    content: (
      <section className="panel stack" id="fee">
        <h1>{title}</h1>
        <Refused problem={shown.problem} language={visit.language} />
        <Facts
          of={[
            [t.amount, formatDong(amount)],
            [t.paidAt, payment?.state === 'paid' ? instant(payment.at) : null],
            [t.receipt, payment?.receipt ?? null],
          ]}
        />
        {standing === null ? null : <p role="status">{standing}</p>}
        {standing === null ? null : (
          <ActForm to={pageAt(visit, 'ho-so/thanh-toan')} formKey={formKey} hidden={{ phieu: sealed }}>
            <button className={`button ${begun ? '' : 'primary'}`}>{begun ? t.goOn : t.again}</button>
          </ActForm>
        )}
        {standing !== null && begun ? (
          <p>
            <a className="button primary" href={paymentAt(visit, sealed)}>
              {t.back.look}
            </a>
          </p>
        ) : null}
        <p>
          <a href={pageAt(visit, 'ho-so')}>{t.back.lookUp}</a>
        </p>
      </section>
    ),
  };
}
