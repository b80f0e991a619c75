import type { Found, OnDossier } from './look-up-page.js';
import { PaperFields } from './paper-fields.js';
import { ActForm, Facts, Refused, TextArea } from './parts.js';
import { instant } from './say.js';
import { supplementWords } from './supplement.words.js';
import { pageAt } from './visit.js';

/** What an applicant was asked for, until when, and where they send it (bổ sung hồ sơ). */
export function SupplementForm({
  visit,
  held,
  formKey,
  shown,
  found: { supplement },
}: OnDossier & { found: Found }) {
  const t = supplementWords[visit.language];
  const refused = <Refused problem={shown.problem} fields={t.fields} language={visit.language} />;
  if (!supplement) return shown.problem ? refused : null;
  const { components, reason, legalBasis, answerBy } = supplement;
  return (
    <section className="panel stack" id="supplement">
      <h2>{t.title}</h2>
      {refused}
      <Facts
        of={[
          [t.by, instant(answerBy)],
          [t.reason, reason],
          [t.basis, legalBasis],
        ]}
      />
      <p>{t.once}</p>
      <ActForm to={pageAt(visit, 'ho-so/bo-sung')} formKey={formKey} hidden={held} withFiles>
        <TextArea name="text" shown={shown} words={t.fields} rows={3} max={2000} />
        <PaperFields
          components={components}
          title={t.papers}
          language={visit.language}
          again={shown.problem !== undefined}
        />
        <button className="button primary">{t.send}</button>
      </ActForm>
      <p className="hint">{t.atDesk}</p>
    </section>
  );
}
