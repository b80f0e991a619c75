/** What is typed and not sent yet, kept for this window until it is sent or its owner signs out; passwords and files never. */
const PREFIX = 'minh-bach.draft.';

const isKept = (control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  (control instanceof HTMLInputElement && !['password', 'file', 'submit'].includes(control.type)) ||
  control instanceof HTMLTextAreaElement ||
  control instanceof HTMLSelectElement;

export function keepDraft(name: string, form: HTMLFormElement): void {
  const fields = [...form.elements].filter(isKept).filter((control) => control.name !== '');
  const kept = fields.map((control) =>
    control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
      ? [control.name, control.value, control.checked]
      : [control.name, control.value],
  );
  sessionStorage.setItem(PREFIX + name, JSON.stringify(kept));
}

export function restoreDraft(name: string, form: HTMLFormElement): void {
  const kept = sessionStorage.getItem(PREFIX + name);
  if (kept === null) return;
  for (const [field, value, checked] of JSON.parse(kept) as [string, string, boolean?][]) {
    const controls = [...form.elements].filter(isKept).filter((control) => control.name === field);
    for (const control of controls)
      if (checked === undefined) control.value = value;
      else if (control instanceof HTMLInputElement && control.value === value) control.checked = checked;
  }
}

export const dropDraft = (name: string): void => sessionStorage.removeItem(PREFIX + name);

export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
