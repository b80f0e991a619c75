/** What is typed and not sent yet, kept for this window until it is sent or its owner signs out; passwords and files never. */
const PREFIX = 'minh-bach.draft.';
const KEY = 'key of ';

const isKept = (control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  (control instanceof HTMLInputElement && !['password', 'file', 'submit'].includes(control.type)) ||
  control instanceof HTMLTextAreaElement ||
  control instanceof HTMLSelectElement;

/** A field as a draft keeps it: its name, its value, whether it is ticked. */
type Kept = [field: string, value: string, checked?: boolean];

const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(isKept).filter((control) => control.name !== '');

export function keepDraft(name: string, form: HTMLFormElement): void {
  const kept = fieldsOf(form).map((control): Kept =>
    control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
      ? [control.name, control.value, control.checked]
      : [control.name, control.value],
  );
  sessionStorage.setItem(PREFIX + name, JSON.stringify(kept));
}

/** Of several fields of one name each gets its own value back, in their order. */
export function restoreDraft(name: string, form: HTMLFormElement): void {
  const kept = sessionStorage.getItem(PREFIX + name);
  if (kept === null) return;
  const fields = Map.groupBy(fieldsOf(form), (control) => control.name);
  const values = Map.groupBy(JSON.parse(kept) as Kept[], ([field]) => field);
  for (const [field, ofField] of values)
    for (const [nth, [, value, checked]] of ofField.entries()) {
      const controls = fields.get(field) ?? [];
      const control =
        controls[checked === undefined ? nth : controls.findIndex((one) => one.value === value)];
      if (!control) continue;
      if (checked === undefined) control.value = value;
      else if (control instanceof HTMLInputElement) control.checked = checked;
    }
}

/** What a form's draft holds of its fields, by name; undefined where there is no draft. */
export function keptFields(name: string): ReadonlyMap<string, string> | undefined {
  const kept = sessionStorage.getItem(PREFIX + name);
  if (kept === null) return undefined;
  return new Map((JSON.parse(kept) as Kept[]).map(([field, value]) => [field, value]));
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(PREFIX + name);
  sessionStorage.removeItem(PREFIX + KEY + name);
}

/** The name under which a draft is sent: the same after a reload, when nobody knows what became of it. */
export function draftKey(name: string): string {
  const kept = sessionStorage.getItem(PREFIX + KEY + name);
  return kept ?? newDraftKey(name);
}

export function newDraftKey(name: string): string {
  const key = crypto.randomUUID();
  sessionStorage.setItem(PREFIX + KEY + name, key);
  return key;
}

/** A draft that is no form's fields but what a page knows. */
export const keepState = (name: string, state: unknown): void =>
  sessionStorage.setItem(PREFIX + name, JSON.stringify(state));

export function keptState(name: string): unknown {
  const kept = sessionStorage.getItem(PREFIX + name);
  return kept === null ? undefined : JSON.parse(kept);
}

export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
