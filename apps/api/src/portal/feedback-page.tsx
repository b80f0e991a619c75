import type { CitizensFeedback, HeldFeedback } from '#feedback';
import { feedbackWords } from './feedback.words.js';
import type { Page } from './frame.js';
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
import { day, dueSaid } from './say.js';
import { pageAt, proofAt, type Visit } from './visit.js';

type Found = Awaited<ReturnType<CitizensFeedback['lookUp']>>;

const NOTHING: Shown = { typed: {} };
const KINDS = ['', 'service', 'conduct', 'rules', 'other'] as const;

/** Where anybody writes to the office. */
export function feedbackPage(visit: Visit, formKey: string, shown: Shown = NOTHING): Page {
  const t = feedbackWords[visit.language];
  const field = { shown, words: t.fields };
  return {
    title: t.title,
    personal: shown.problem !== undefined,
    content: (
      <>
        <section className="panel stack">
          <h1>{t.title}</h1>
          <Refused problem={shown.problem} fields={t.fields} language={visit.language} />
          <p>{t.intro}</p>
          <ActForm to={pageAt(visit, 'phan-anh')} formKey={formKey}>
            <TextArea name="text" {...field} required rows={7} min={10} max={5000} />
            <Choice name="kind" {...field} options={KINDS.map((kind) => [kind, t.kinds[kind]])} />
            <TextField name="about" {...field} max={60} />
            <TextField name="name" {...field} max={200} filledIn="name" />
            <TextField name="phone" {...field} max={30} type="tel" filledIn="tel" />
            <TextField name="email" {...field} max={200} type="email" filledIn="email" />
            <p className="hint">{t.privacy}</p>
            <button className="button primary">{t.send}</button>
          </ActForm>
        </section>
        <ul className="list">
          <li>
            <a href={pageAt(visit, 'phan-anh/tra-cuu')}>{t.sentBefore}</a>
          </li>
          <li>
            <a href={pageAt(visit, 'tra-loi')}>{t.answered}</a>
          </li>
        </ul>
      </>
    ),
  };
}

/** Where the code of one’s own feedback and its secret are entered. */
export function ownFeedbackForm(visit: Visit, shown: Shown = NOTHING): Page {
  const t = feedbackWords[visit.language].own;
  return {
    title: t.title,
    personal: shown.problem !== undefined,
    content: (
      <section className="panel stack">
        <h1>{t.title}</h1>
        <Refused problem={shown.problem} fields={t.fields} language={visit.language} />
        <p>{t.intro}</p>
        <ActForm to={pageAt(visit, 'phan-anh/tra-cuu')}>
          <TextField name="code" shown={shown} words={t.fields} required max={60} />
          <TextField name="secret" shown={NOTHING} words={t.fields} required max={30} />
          <button className="button primary">{t.find}</button>
        </ActForm>
      </section>
    ),
  };
}

const TONES: Readonly<Record<string, Tone>> = { answered: 'done', published: 'done', passed_on: 'wait' };

/** One’s own feedback as it stands, with its answer; it may be reopened once (R25). */
export function ownFeedbackPage(
  visit: Visit,
  held: HeldFeedback,
  found: Found,
  formKey: string,
  reopening: Shown = NOTHING,
): Page {
  const words = feedbackWords[visit.language];
  const t = words.own;
  const [state, means] = words.states[found.status as keyof typeof words.states] ?? [found.status, ''];
  return {
    title: t.yours,
    personal: true,
    again: { to: `/public/${visit.office}/phan-anh/tra-cuu`, fields: { ...held } },
    content: (
      <>
        <section className="panel stack">
          <h1>{t.yours}</h1>
          <p className="row">
            <Badge tone={TONES[found.status] ?? 'plain'}>{state}</Badge>
            {found.late ? <Badge tone="late">{t.late}</Badge> : null}
          </p>
          <p>{means}</p>
          <Facts
            of={[
              [t.due, found.answer === null ? dueSaid(found, visit.language) : null],
              [t.answeredBy, found.answeredBy?.name ?? null],
            ]}
          />
        </section>
        {found.answer === null ? null : (
          <section className="panel stack">
            <h2>{t.answer}</h2>
            <p>{found.answer}</p>
            <Facts of={[[t.done, [found.done, day(found.doneOn)].filter(Boolean).join(', ')]]} />
          </section>
        )}
        {found.mayReopen ? (
          <ReopenForm visit={visit} held={held} formKey={formKey} shown={reopening} />
        ) : (
          <Refused problem={reopening.problem} language={visit.language} />
        )}
        <p>
          <a href={proofAt(visit, held.code, found.answeredBy?.office)}>{t.proof}</a>
        </p>
      </>
    ),
  };
}

interface Reopening {
  visit: Visit;
  held: HeldFeedback;
  formKey: string;
  shown: Shown;
}

function ReopenForm({ visit, held, formKey, shown }: Reopening) {
  const t = feedbackWords[visit.language].reopen;
  return (
    <section className="panel stack">
      <h2>{t.title}</h2>
      <Refused problem={shown.problem} fields={t.fields} language={visit.language} />
      <p>{t.intro}</p>
      <ActForm to={pageAt(visit, 'phan-anh/mo-lai')} formKey={formKey} hidden={{ ...held }}>
        <TextArea name="text" shown={shown} words={t.fields} required rows={5} min={10} max={5000} />
        <button className="button primary">{t.send}</button>
      </ActForm>
    </section>
  );
}
