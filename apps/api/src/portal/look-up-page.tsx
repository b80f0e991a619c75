import type { Held, OwnDossiers, Question } from '#dossiers';
import { formatDay } from '#kernel';
import { Channels, Messages, fieldsOfTold } from './channels.js';
import type { Page } from './frame.js';
import { lookUpWords } from './look-up.words.js';
import {
  ActForm,
  Badge,
  Choice,
  Facts,
  Refused,
  TextArea,
  TextField,
  type Shown,
  type Tone,
} from './parts.js';
import { FeePanel } from './fee-panel.js';
import { dueSaid, instant } from './say.js';
import { SupplementForm } from './supplement-form.js';
import { pageAt, proofAt, type Visit } from './visit.js';

/** A dossier as its owner is shown it. */
export type Found = Awaited<ReturnType<OwnDossiers['lookUp']>> & {
  /** What is asked of whoever was served. */
  questions: readonly Question[];
  /** Whether a fee can be paid online. */
  paysOnline: boolean;
};

const NOTHING: Shown = { typed: {} };

/** Where a code and its secret are entered; a receipt’s QR code leads here. */
export const lookUpPage = (visit: Visit, shown: Shown = NOTHING): Page => ({
  title: lookUpWords[visit.language].title,
  personal: shown.problem !== undefined,
  script: 'receipt',
  content: (
    <section className="panel stack">
      <h1>{lookUpWords[visit.language].title}</h1>
      <LookUpForm visit={visit} shown={shown} />
    </section>
  ),
});

export function LookUpForm({ visit, shown = NOTHING }: { visit: Visit; shown?: Shown }) {
  const t = lookUpWords[visit.language];
  return (
    <>
      <Refused problem={shown.problem} fields={t.fields} language={visit.language} />
      <p>{t.intro}</p>
      <form className="stack" id="look-up" method="post" action={pageAt(visit, 'ho-so')}>
        <TextField name="code" shown={shown} words={t.fields} required max={60} />
        <TextField name="secret" shown={{ ...shown, typed: {} }} words={t.fields} required max={30} />
        <button className="button primary">{t.find}</button>
      </form>
    </>
  );
}

const TONES: Readonly<Record<string, Tone>> = {
  result_ready: 'done',
  returned: 'done',
  awaiting_supplement: 'wait',
  paused: 'wait',
  refused: 'late',
  rejected: 'late',
};

/** What became of the forms on the page of a dossier, where one was sent. */
export interface Sent {
  rating?: Shown;
  channels?: Shown;
  supplement?: Shown;
  payment?: Shown;
}

/** How far a dossier is, in plain words, and what its owner may do. */
export function dossierPage(visit: Visit, held: Held, found: Found, formKey: string, sent: Sent = {}): Page {
  const t = lookUpWords[visit.language];
  const [state, means] = t.states[found.status as keyof typeof t.states] ?? [found.status, ''];
  const parts = { visit, held: { ...held }, formKey };
  return {
    title: t.result,
    personal: true,
    script: 'receipt',
    again: { to: `/public/${visit.office}/ho-so`, fields: { ...held } },
    content: (
      <>
        <section className="panel stack" id="dossier">
          <h1>{found.procedure}</h1>
          <p>
            <Badge tone={TONES[found.status] ?? 'plain'}>{state}</Badge>
          </p>
          <p>{means}</p>
          {found.late ? <Late found={found} visit={visit} /> : null}
          <Facts
            of={[
              [t.facts.code, found.code],
              [t.facts.handledBy, found.handledBy?.name ?? null],
              [t.facts.step, found.status === 'in_progress' ? found.step : null],
              [t.facts.submittedAt, instant(found.submittedAt)],
              [t.facts.receivedAt, instant(found.receivedAt)],
              [found.apologised ? t.facts.newDue : t.facts.due, dueSaid(found, visit.language)],
              [t.facts.endedAt, instant(found.endedAt)],
              [t.facts.returnedAt, instant(found.returnedAt)],
              ...found.parcels.map((one): [string, string] => [
                `${t.parcel} ${one.tracking}`,
                `${t.parcels[one.state]}, ${formatDay(one.day)}`,
              ]),
            ]}
          />
        </section>
        <SupplementForm {...parts} shown={sent.supplement ?? NOTHING} found={found} />
        <FeePanel {...parts} shown={sent.payment ?? NOTHING} found={found} />
        {found.status === 'returned' ? (
          <RatingForm {...parts} shown={sent.rating ?? NOTHING} questions={found.questions} />
        ) : null}
        <section className="panel stack">
          <h2>{t.proof.title}</h2>
          <p>{t.proof.text}</p>
          <p>
            <a href={proofAt(visit, found.dossierId, found.handledBy?.office)}>{t.proof.link}</a>
          </p>
          <p hidden>
            <a id="own-proof" href={proofAt(visit, found.dossierId)}>
              {t.proof.own}
            </a>
          </p>
        </section>
        {found.told ? (
          <ChannelsForm {...parts} shown={sent.channels ?? { typed: fieldsOfTold(found.told) }} />
        ) : null}
        <p>
          <a href={pageAt(visit, 'ho-so')}>{t.another}</a>
        </p>
      </>
    ),
  };
}

function Late({ found, visit }: { found: Found; visit: Visit }) {
  const t = lookUpWords[visit.language];
  return (
    <div className="notice">
      <p>
        <strong>{t.lateTitle}</strong>
      </p>
      <p>{found.apologised ? t.apologised : t.apologyOwed}</p>
    </div>
  );
}

export interface OnDossier {
  visit: Visit;
  held: Readonly<Record<string, string>>;
  formKey: string;
  shown: Shown;
}

const SCORES = [5, 4, 3, 2, 1] as const;

function RatingForm({
  visit,
  held,
  formKey,
  shown,
  questions,
}: OnDossier & { questions: readonly Question[] }) {
  const t = lookUpWords[visit.language].rating;
  const options = SCORES.map((score) => [String(score), t.scores[score]] as const);
  const unanswered = [['', t.unanswered] as const, ...options];
  return (
    <section className="panel stack">
      <h2>{t.title}</h2>
      <Refused problem={shown.problem} fields={t.fields} language={visit.language} />
      <p className="hint">{t.intro}</p>
      <ActForm to={pageAt(visit, 'ho-so/danh-gia')} formKey={formKey} hidden={held}>
        <Choice name="score" shown={shown} words={t.fields} options={options} />
        <fieldset className="stack">
          <legend>{t.survey}</legend>
          {questions.map(({ key, text }) => (
            <Choice
              key={key}
              name={key}
              shown={shown}
              words={{ [key]: { label: text[visit.language] } }}
              options={unanswered}
            />
          ))}
        </fieldset>
        <TextArea name="comment" shown={shown} words={t.fields} rows={3} max={2000} />
        <button className="button primary">{t.send}</button>
      </ActForm>
    </section>
  );
}

function ChannelsForm({ visit, held, formKey, shown }: OnDossier) {
  const t = lookUpWords[visit.language].channels;
  return (
    <section className="panel stack">
      <h2>{t.title}</h2>
      <Refused problem={shown.problem} language={visit.language} />
      <ActForm to={pageAt(visit, 'ho-so/kenh-thong-bao')} formKey={formKey} hidden={held}>
        <Channels legend={t.intro} names={t.names} typed={shown.typed} />
        <Messages legend={t.about} required={t.required} names={t.groups} typed={shown.typed} />
        <p className="hint">{t.why}</p>
        <button className="button">{t.send}</button>
      </ActForm>
    </section>
  );
}

/** Something was done; a browser may come back here as often as it likes. */
export function donePage(visit: Visit, what: 'rating' | 'channels'): Page {
  const t = lookUpWords[visit.language];
  const { done, doneText } = t[what];
  return {
    title: done,
    content: (
      <section className="panel stack">
        <h1>{done}</h1>
        <p role="status">{doneText}</p>
        <p>
          <a href={pageAt(visit, 'ho-so')}>{t.title}</a>
        </p>
      </section>
    ),
  };
}
