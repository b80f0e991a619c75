import type { Page } from './frame.js';
import { Facts } from './parts.js';
import { receiptWords } from './receipt.words.js';
import type { Receipt } from './receipts.js';
import { pageAt, type Visit } from './visit.js';

const LOOK_UP = {
  dossier: 'ho-so',
  supplement: 'ho-so',
  feedback: 'phan-anh/tra-cuu',
  reopening: 'phan-anh/tra-cuu',
} as const;

/** What gives somebody a code and a secret that they had not before. */
const TO_KEEP: readonly Receipt['what'][] = ['dossier', 'feedback'];

/** What was taken in, and what to keep of it. */
export function receiptPage(visit: Visit, { what, code, secret, due, proof, files = [] }: Receipt): Page {
  const t = receiptWords[visit.language];
  const [title, next] = t.what[what];
  return {
    title,
    personal: true,
    content: (
      <>
        <section className="panel stack">
          <h1>{title}</h1>
          <p role="status">{next}</p>
          <Facts of={[[what === 'supplement' ? t.newDue : t.due, due]]} />
          {files.length > 0 ? (
            <>
              <h2>{t.files}</h2>
              <ul className="list">
                {files.map((name, index) => (
                  <li key={`${index} ${name}`}>{name}</li>
                ))}
              </ul>
            </>
          ) : null}
        </section>
        {!TO_KEEP.includes(what) ? null : (
          <section className="panel stack">
            <h2>{t.keep}</h2>
            <Facts
              of={[
                [t.code, <code key="code">{code}</code>],
                [t.secret, <code key="secret">{secret}</code>],
              ]}
            />
            <p className="hint">{t.keepWhy}</p>
          </section>
        )}
        <section className="panel stack">
          <p>
            <a href={pageAt(visit, LOOK_UP[what])}>{t.lookUp[what]}</a>
          </p>
          {proof === null ? null : (
            <>
              <p>
                <a href={proof}>{t.proof}</a>
              </p>
              <p className="hint">{t.proofHow}</p>
            </>
          )}
        </section>
      </>
    ),
  };
}

/** A receipt that is shown no more, or was never one. */
export function goneReceiptPage(visit: Visit): Page {
  const t = receiptWords[visit.language];
  return {
    title: t.goneTitle,
    refused: true,
    personal: true,
    content: (
      <section className="panel stack">
        <h1>{t.goneTitle}</h1>
        <p>{t.goneText}</p>
        <p>
          <a href={pageAt(visit)}>{receiptWords[visit.language].lookUp.dossier}</a>
        </p>
      </section>
    ),
  };
}
