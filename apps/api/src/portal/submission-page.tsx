import type { Version } from '#dossiers';
import { Channels } from './channels.js';
import type { Page } from './frame.js';
import { PaperFields } from './paper-fields.js';
import { ActForm, Refused, TextField, type Shown } from './parts.js';
import { submissionWords } from './submission.words.js';
import { pageAt, type Visit } from './visit.js';

const NOTHING: Shown = { typed: {} };

/** Where a dossier of a procedure is handed in from home. */
export function submissionPage(
  visit: Visit,
  { code, name, service, components }: Version,
  formKey: string,
  shown: Shown = NOTHING,
): Page {
  const t = submissionWords[visit.language];
  const at = `thu-tuc/${encodeURIComponent(code)}`;
  const field = { shown, words: t.fields };
  return {
    title: t.title(name),
    personal: shown.problem !== undefined,
    content: (
      <>
        <section className="panel stack">
          <h1>{t.title(name)}</h1>
          <Refused problem={shown.problem} fields={t.fields} language={visit.language} />
          {service === 'counter' ? (
            <p>{t.counterOnly}</p>
          ) : (
            <>
              <p>{t.intro}</p>
              <ActForm to={pageAt(visit, `${at}/nop`)} formKey={formKey} withFiles>
                <h2>{t.applicant}</h2>
                <TextField name="name" {...field} required max={200} filledIn="name" />
                <TextField name="identityNumber" {...field} max={30} numeric />
                <TextField name="bornOn" {...field} max={10} numeric filledIn="bday" />
                <TextField name="phone" {...field} max={30} type="tel" filledIn="tel" />
                <TextField name="email" {...field} max={200} type="email" filledIn="email" />
                <TextField name="address" {...field} max={500} filledIn="street-address" />
                <Channels legend={t.told} names={t.channels} typed={shown.typed} />
                <PaperFields
                  components={components.map((component) => component.name)}
                  title={t.papers}
                  language={visit.language}
                  again={shown.problem !== undefined}
                >
                  <p>{t.papersNote}</p>
                </PaperFields>
                <p className="hint">{t.privacy}</p>
                <button className="button primary">{t.send}</button>
              </ActForm>
            </>
          )}
        </section>
        <p>
          <a href={pageAt(visit, at)}>{t.back}</a>
        </p>
      </>
    ),
  };
}
