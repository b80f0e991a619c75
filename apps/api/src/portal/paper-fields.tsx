import type { Language } from '#kernel';
import type { ReactNode } from 'react';
import { paperWords } from './paper.words.js';
import { MOST, paperField } from './sent-files.js';

/** What a phone offers to choose from; a picture in a format that is not taken is turned into one that is. */
const ACCEPTED =
  '.pdf,.jpg,.jpeg,.png,.heic,.heif,.tif,.tiff,.docx,.xlsx,application/pdf,image/jpeg,image/png,image/heic';

/** Papers to be sent as files, one field for each; a browser does not fill in again what was chosen before. */
export function PaperFields({
  components,
  title,
  language,
  again,
  children,
}: {
  components: readonly string[];
  title: string;
  language: Language;
  /** It is shown again: what was chosen must be chosen anew. */
  again: boolean;
  children?: ReactNode;
}) {
  const t = paperWords[language];
  return (
    <fieldset className="stack">
      <legend>{title}</legend>
      {children}
      <p className="hint" id="papers-hint">
        {t.limits(MOST)}
      </p>
      {again ? <p className="note">{t.chooseAgain}</p> : null}
      {components.map((component, index) => (
        <div className="field" key={component}>
          <label htmlFor={`paper-${index}`}>{component}</label>
          <input
            className="input"
            type="file"
            id={`paper-${index}`}
            name={paperField(component)}
            accept={ACCEPTED}
            multiple
            aria-describedby="papers-hint"
          />
        </div>
      ))}
    </fieldset>
  );
}
