import { formatInstant } from '#kernel';
import { actOf, type Cosigned, type Head, type PublicEntry } from '#ledger';
import type { Held } from '#vault';
import { speech } from '../../../runtime/src/index.js';
import type { Page } from './frame.js';
import { proofWords } from './proof.words.js';
import { figure } from './say.js';
import type { Visit } from './visit.js';

export interface Proved {
  subject: string;
  head: Head;
  entries: readonly PublicEntry[];
  /** Whether what events put into the vault is unchanged, by event. */
  held: ReadonlyMap<string, Held>;
  cosigned: readonly Cosigned[];
}

/** What a giver may have given, by the names under which it is committed to. */
const LINES = ['name', 'phone', 'email', 'identityNumber', 'address', 'bornOn'] as const;
const PROSE = ['feedback', 'objection'] as const;

/** A page that a citizen reads, and on which a browser checks each entry, and what they gave, for itself. */
export function proofPage(visit: Visit, proved: Proved): Page {
  const t = proofWords[visit.language];
  const { subject, head, cosigned } = proved;
  return {
    title: t.title,
    script: 'proof',
    content: (
      <div
        className="stack wide"
        id="proof"
        data-office={visit.office}
        data-subject={subject}
        data-said={JSON.stringify(t.said)}
      >
        <section className="panel stack">
          <h1>{t.title}</h1>
          <p>{t.intro}</p>
          <p>{t.how}</p>
          <noscript>
            <p className="note">{t.script}</p>
          </noscript>
        </section>
        <Entries visit={visit} proved={proved} />
        <Own visit={visit} />
        <section className="panel stack">
          <h2>{t.headTitle}</h2>
          <p>{t.head(figure(head.size, visit.language))}</p>
          <pre>{head.checkpoint}</pre>
          <h3>{t.witnesses}</h3>
          {cosigned.length === 0 ? (
            <p>{t.nobody}</p>
          ) : (
            <ul className="list">
              {cosigned.map(({ witness, size, at }) => (
                <li key={witness}>{`${witness}: ${figure(size, visit.language)}, ${formatInstant(at)}`}</li>
              ))}
            </ul>
          )}
          <p className="hint">
            {t.subject} <code>{subject}</code>
          </p>
        </section>
      </div>
    ),
  };
}

/** Everything on record about the subject, in its order. */
function Entries({ visit, proved: { entries, held } }: { visit: Visit; proved: Proved }) {
  const t = proofWords[visit.language];
  const expired = entries.some(({ type }) => type === 'FileExpired');
  const stateOf = (eventId: string) => {
    const state = held.get(eventId);
    return state === 'erased' && expired ? 'expired' : state;
  };
  return (
    <section className="panel stack">
      <h2>{t.record}</h2>
      <ol className="record" id="record">
        {entries.map(({ eventId, type, version, recordedAt, place }) => (
          <li key={eventId}>
            <strong>{actOf(speech, type, visit.language)}</strong>
            <span className="hint">
              {[formatInstant(recordedAt), place ? t.sealed(place.index, place.size) : t.waiting].join(' · ')}
            </span>
            <Received state={stateOf(eventId)} of={t.held} />
            {place ? (
              <span className="row">
                <button type="button" className="button small" data-event={eventId} data-version={version}>
                  {t.check}
                </button>
                <output />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

type State = keyof (typeof proofWords)['vi']['held'];

const GOOD: ReadonlySet<State> = new Set<State>(['unchanged', 'erased', 'expired']);

const Received = ({ state, of }: { state: State | undefined; of: Readonly<Record<State, string>> }) =>
  state === undefined ? null : <span className={GOOD.has(state) ? 'right' : 'wrong'}>{of[state]}</span>;

/** What the reader gave themselves, held against the ledger by their own browser; nothing of it is sent. */
function Own({ visit }: { visit: Visit }) {
  const t = proofWords[visit.language];
  return (
    <form className="panel stack" id="own" hidden>
      <h2>{t.own}</h2>
      <p>{t.ownIntro}</p>
      {LINES.map((name) => (
        <div key={name} className="field">
          <label htmlFor={name}>{t.given[name]}</label>
          <input className="input" id={name} name={name} autoComplete="off" />
        </div>
      ))}
      {PROSE.map((name) => (
        <div key={name} className="field">
          <label htmlFor={name}>{t.given[name]}</label>
          <textarea className="input" id={name} name={name} rows={4} />
        </div>
      ))}
      <div className="field">
        <label htmlFor="file">{t.given.file}</label>
        <input className="input" id="file" name="file" type="file" />
      </div>
      <div className="field">
        <label htmlFor="file-name">{t.given.fileName}</label>
        <input className="input" id="file-name" name="fileName" autoComplete="off" />
      </div>
      <button className="button primary">{t.compare}</button>
      <output id="verdict" role="status" />
    </form>
  );
}
