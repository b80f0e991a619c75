const KEPT = 'minh-bach.window';
const LOCK = 'minh-bach.window.';
/** A window that is loaded anew is given its lock back a moment after it asks for it; one that was duplicated never. */
const PATIENCE_MS = { reload: 10_000, other: 1_000 } as const;
const isReload = (): boolean =>
  performance.getEntriesByType('navigation').some((one) => 'type' in one && one.type === 'reload');

let id = sessionStorage.getItem(KEPT) ?? fresh();

function fresh(): string {
  const made = crypto.randomUUID();
  sessionStorage.setItem(KEPT, made);
  return made;
}

/** This window's id (cửa sổ): the same after a reload. */
export const windowId = (): string => id;

let owned: Promise<void> | undefined;

/** Makes sure that no other window has this one's id: a window that was duplicated gets one of its own. */
export function ownWindow(): Promise<void> {
  owned ??= own();
  return owned;
}

async function own(): Promise<void> {
  if (!('locks' in navigator)) return;
  while (!(await held(id))) id = fresh();
}

/** Holds a window's id for as long as the window is there; false where another does. */
const held = (one: string): Promise<boolean> =>
  new Promise((resolve) => {
    const waiting = AbortSignal.timeout(PATIENCE_MS[isReload() ? 'reload' : 'other']);
    const gone = () => {
      resolve(true);
      return new Promise<void>(() => undefined);
    };
    navigator.locks.request(LOCK + one, { signal: waiting }, gone).catch(() => resolve(false));
  });

/** The windows of this browser that are there; undefined where it can't say. */
export async function windowsThere(): Promise<Set<string> | undefined> {
  if (!('locks' in navigator)) return undefined;
  const { held: all = [] } = await navigator.locks.query();
  return new Set(
    all.flatMap(({ name }) => (name?.startsWith(LOCK) === true ? [name.slice(LOCK.length)] : [])),
  );
}
