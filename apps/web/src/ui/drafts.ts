import { drop, keep, kept, keptNames } from '../kept/locker';
import { windowId, windowsThere } from '../kept/window';

/**
 * What is typed and not sent yet (bản nháp), kept for this window until it is sent or its owner signs out; passwords and files
 * never. Of a window that is gone, the next one takes it up.
 */
const DRAFT = 'draft.';
const KEY = 'key of ';
/** What nobody took up for so long is not looked for any more. */
const KEPT_FOR_MS = 30 * 86_400_000;

interface Draft {
  at: number;
  value: unknown;
}

const nameOf = (name: string): string => `${DRAFT}${windowId()}.${name}`;
const read = (name: string): unknown => (kept(nameOf(name)) as Draft | undefined)?.value;
const write = (name: string, value: unknown): void =>
  keep(nameOf(name), { at: Date.now(), value } satisfies Draft);

const isKept = (control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  (control instanceof HTMLInputElement && !['password', 'file', 'submit'].includes(control.type)) ||
  control instanceof HTMLTextAreaElement ||
  control instanceof HTMLSelectElement;

/** A field as a draft keeps it: its name, its value, whether it is ticked. */
type Kept = [field: string, value: string, checked?: boolean];

const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(isKept).filter((control) => control.name !== '');

export function keepDraft(name: string, form: HTMLFormElement): void {
  write(
    name,
    fieldsOf(form).map((control): Kept =>
      control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
        ? [control.name, control.value, control.checked]
        : [control.name, control.value],
    ),
  );
}

/** Of several fields of one name each gets its own value back, in their order. */
export function restoreDraft(name: string, form: HTMLFormElement): void {
  const draft = read(name);
  if (draft === undefined) return;
  const fields = Map.groupBy(fieldsOf(form), (control) => control.name);
  const values = Map.groupBy(draft as Kept[], ([field]) => field);
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
  const draft = read(name);
  if (draft === undefined) return undefined;
  return new Map((draft as Kept[]).map(([field, value]) => [field, value]));
}

export function dropDraft(name: string): void {
  drop(nameOf(name));
  drop(nameOf(KEY + name));
}

/** The name under which a draft is sent: the same after a reload, when nobody knows what became of it. */
export function draftKey(name: string): string {
  const known = read(KEY + name);
  return typeof known === 'string' ? known : newDraftKey(name);
}

export function newDraftKey(name: string): string {
  const key = crypto.randomUUID();
  write(KEY + name, key);
  return key;
}

/** A draft that is no form's fields but what a page knows. */
export const keepState = write;
export const keptState = read;

export function dropAllDrafts(): void {
  for (const name of keptNames(DRAFT)) drop(name);
}

/** Takes up what was typed in windows that are gone, after a crash or where one was closed; what is here already stays. */
export async function takeUpDrafts(): Promise<void> {
  const there = await windowsThere();
  const oldest = Date.now() - KEPT_FOR_MS;
  for (const name of keptNames(DRAFT)) {
    const [window = '', ...of] = name.slice(DRAFT.length).split('.');
    const draft = kept(name) as Draft | undefined;
    const isOver = draft === undefined || draft.at < oldest;
    const isOrphan = there !== undefined && window !== windowId() && !there.has(window);
    if (!isOver && !isOrphan) continue;
    const own = nameOf(of.join('.'));
    if (!isOver && kept(own) !== undefined) continue; // another of the same: the next window's
    drop(name);
    if (!isOver) keep(own, draft);
  }
}
