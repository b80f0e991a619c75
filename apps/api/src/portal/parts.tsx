import type { Language } from '#kernel';
import type { ReactNode } from 'react';
import type { ToldProblem } from '../problem.filter.js';
import { KEY_FIELD, type Fields } from './forms.js';
import { partWords } from './parts.words.js';

/** A form as it is shown, or shown again: what was typed, and why it was refused. */
export interface Shown {
  typed: Fields;
  problem?: ToldProblem | undefined;
}

/** Names of a form's fields, and what each of them takes, by its name. */
export type FieldWords = Readonly<Record<string, { label: string; hint?: string; wrong?: string }>>;

export type Tone = 'plain' | 'late' | 'done' | 'wait';

/** A state in a word; colour and shape only repeat what the word says. */
export const Badge = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`badge ${tone}`}>{children}</span>
);

/** What was refused and what to do, at the top; what is wrong field by field, with a way to each. */
export function Refused({
  problem,
  fields = {},
  language,
}: {
  problem: ToldProblem | undefined;
  fields?: FieldWords;
  language: Language;
}) {
  if (!problem) return null;
  const t = partWords[language];
  const { title, detail } = plainly(problem, language);
  const wrong = wrongOf(problem).filter((field) => field in fields);
  return (
    <div className="notice" role="alert" tabIndex={-1}>
      <h2>{wrong.length > 0 ? t.correct : title}</h2>
      {wrong.length > 0 ? (
        <ul>
          {wrong.map((field) => (
            <li key={field}>
              <a href={`#${field}`}>{fields[field]?.label}</a>
              {`: ${fields[field]?.wrong ?? t.wrong}`}
            </li>
          ))}
        </ul>
      ) : (
        <p>{detail}</p>
      )}
    </div>
  );
}

/** What is said to whoever knows nothing of keys. */
function plainly(
  { code, title, detail }: ToldProblem,
  language: Language,
): Pick<ToldProblem, 'title' | 'detail'> {
  const { plain } = partWords[language];
  return code in plain ? plain[code as keyof typeof plain] : { title, detail };
}

const wrongOf = (problem: ToldProblem | undefined): string[] =>
  problem?.code === 'invalid_input' ? (problem.errors ?? []).flatMap(({ field }) => field ?? []) : [];

interface Control {
  name: string;
  shown: Shown;
  words: FieldWords;
  required?: boolean;
}

/** What ties a control to its label, its hint and what is wrong with it. */
function wiringOf({ name, shown, words, required }: Control) {
  const isWrong = wrongOf(shown.problem).includes(name);
  const described = [words[name]?.hint && `${name}-hint`, isWrong && `${name}-wrong`].filter(Boolean);
  return {
    id: name,
    name,
    className: 'input',
    defaultValue: shown.typed[name],
    ...(required ? { required: true } : {}),
    ...(isWrong ? { 'aria-invalid': true as const } : {}),
    ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
  };
}

function Labelled({ control, children }: { control: Control; children: ReactNode }) {
  const { name, words, shown } = control;
  const { label, hint, wrong } = words[name] ?? { label: name };
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      {wrongOf(shown.problem).includes(name) ? (
        <span className="wrong" id={`${name}-wrong`}>
          {wrong ?? label}
        </span>
      ) : null}
      {children}
    </div>
  );
}

interface TextProps extends Control {
  max: number;
  type?: 'text' | 'tel' | 'email';
  /** Which of the reader's own facts a browser may fill in; none otherwise. */
  filledIn?: string;
  numeric?: boolean;
}

export const TextField = ({ max, type = 'text', filledIn = 'off', numeric, ...control }: TextProps) => (
  <Labelled control={control}>
    <input
      {...wiringOf(control)}
      type={type}
      maxLength={max}
      autoComplete={filledIn}
      spellCheck={false}
      {...(numeric ? { inputMode: 'numeric' as const } : {})}
    />
  </Labelled>
);

export const TextArea = ({
  max,
  min,
  rows,
  ...control
}: Control & { max: number; min?: number; rows: number }) => (
  <Labelled control={control}>
    <textarea {...wiringOf(control)} rows={rows} maxLength={max} {...(min ? { minLength: min } : {})} />
  </Labelled>
);

export const Choice = ({
  options,
  ...control
}: Control & { options: readonly (readonly [value: string, name: string])[] }) => (
  <Labelled control={control}>
    <select {...wiringOf(control)}>
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  </Labelled>
);

/** A form that does one act once: its key was made when it was shown. */
export const ActForm = ({
  to,
  formKey,
  hidden = {},
  withFiles = false,
  children,
}: {
  to: string;
  formKey?: string;
  withFiles?: boolean;
  hidden?: Readonly<Record<string, string>>;
  children: ReactNode;
}) => (
  <form
    className="stack"
    method="post"
    action={to}
    {...(withFiles ? { encType: 'multipart/form-data' } : {})}
  >
    {Object.entries({ ...hidden, ...(formKey === undefined ? {} : { [KEY_FIELD]: formKey }) }).map(
      ([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ),
    )}
    {children}
  </form>
);

/** Facts, each with its name; those that are not known are left out. */
export const Facts = ({ of }: { of: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <dl className="facts">
    {of
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

/** A list that lacks something says so. */
export const Lacks = ({ lacks, language }: { lacks: number; language: Language }) =>
  lacks > 0 ? <p className="note">{partWords[language].lacks(lacks)}</p> : null;
