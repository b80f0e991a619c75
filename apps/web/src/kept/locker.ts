import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import {
  bytesToHex,
  bytesToUtf8,
  concatBytes,
  hexToBytes,
  randomBytes,
  utf8ToBytes,
} from '@noble/ciphers/utils.js';

/**
 * What somebody keeps on this PC (ngăn giữ tạm): sealed under keys that only their own session is told, so that whoever comes
 * to the desk after them reads nothing of it. At once, not after a moment: what was typed last is there after a crash too.
 */
const PREFIX = 'minh-bach.kept.';
const NONCE = 24;

interface Open {
  /** Where all of this person's begins. */
  own: string;
  keys: readonly Uint8Array[];
}

let open: Open | undefined;
/** What could not be kept on the PC: before anybody is signed in, and where the browser keeps nothing or no more. */
const forThisWindow = new Map<string, string>();
const listeners = new Set<() => void>();
let version = 0;

function changed(): void {
  version += 1;
  for (const tell of listeners) tell();
}

addEventListener('storage', ({ key }) => {
  if (key === null || key.startsWith(PREFIX)) changed();
});

/** Hears of what is put in or taken out, in whichever window. */
export function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Another number whenever something was put in or taken out. */
export const lockerVersion = (): number => version;

/** Opens the locker of one person of an office; another's stays as it is, unread. */
export function openLocker(owner: string, keys: readonly string[]): void {
  const own = `${PREFIX}${owner}.`;
  if (open?.own !== own) forThisWindow.clear();
  open = { own, keys: keys.map(hexToBytes) };
  changed();
}

/** What is kept under a name; undefined where there is nothing, or nothing that these keys open. */
export function kept(name: string): unknown {
  const here = forThisWindow.get(name);
  const text = here ?? (open && unsealed(open, open.own + name));
  return text === undefined ? undefined : JSON.parse(text);
}

export function keep(name: string, value: unknown): void {
  const text = JSON.stringify(value);
  if (!open || !sealed(open, open.own + name, text)) forThisWindow.set(name, text);
  else forThisWindow.delete(name);
  changed();
}

export function drop(name: string): void {
  forThisWindow.delete(name);
  if (open) stored()?.removeItem(open.own + name);
  changed();
}

/** The names of what this person keeps that begin so. */
export function keptNames(beginning: string): string[] {
  const own = open?.own ?? PREFIX;
  const onThisPc = open ? Object.keys(stored() ?? {}).filter((key) => key.startsWith(own + beginning)) : [];
  const names = new Set([...onThisPc.map((key) => key.slice(own.length)), ...forThisWindow.keys()]);
  return [...names].filter((name) => name.startsWith(beginning)).toSorted();
}

/** Some browsers are told to keep nothing, and say so by throwing. */
function stored(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** What is sealed belongs to its name: nothing is put in another's place. */
function sealed({ keys: [key] }: Open, name: string, text: string): boolean {
  if (!key) return false;
  const nonce = randomBytes(NONCE);
  const bytes = xchacha20poly1305(key, nonce, utf8ToBytes(name)).encrypt(utf8ToBytes(text));
  try {
    stored()?.setItem(name, bytesToHex(concatBytes(nonce, bytes)));
    return stored() !== undefined;
  } catch {
    return false; // full
  }
}

function unsealed({ keys }: Open, name: string): string | undefined {
  const kept = stored()?.getItem(name);
  if (!kept) return undefined;
  for (const key of keys)
    try {
      const bytes = hexToBytes(kept);
      const cipher = xchacha20poly1305(key, bytes.subarray(0, NONCE), utf8ToBytes(name));
      return bytesToUtf8(cipher.decrypt(bytes.subarray(NONCE)));
    } catch {
      // sealed under another key: one from before the office's key was changed
    }
  return undefined;
}
