import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals bytes with AES-256-GCM under a context that must be given again to open them: nonce ‖ ciphertext ‖ tag. */
export function sealBytes(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the key, the context or a byte is another; a shortened tag, which could be guessed, is none. */
export function openBytes(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new Error('too short to be sealed');
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}

interface MasterKey {
  id: string;
  key: Buffer;
}

/** The office's master keys: the first wraps, the others still open what they have wrapped. */
export class MasterKeys {
  readonly #keys: MasterKey[];
  /** Derived once: deriving costs more than all that is done with them. */
  readonly #searchKeys: readonly KeyObject[];

  constructor(keys: Buffer[]) {
    if (keys.length === 0 || keys.some((key) => key.length !== KEY_BYTES))
      throw new Error('A master key of the vault is 32 bytes of base64.');
    this.#keys = keys.map((key) => ({
      id: createHash('sha256').update(key).digest('hex').slice(0, 16),
      key,
    }));
    this.#searchKeys = keys.map((key) =>
      createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'minh-bach vault search', KEY_BYTES))),
    );
  }

  get current(): MasterKey {
    return this.#keys[0]!;
  }

  /** Throws for a key this process does not hold. */
  get(id: string): MasterKey {
    const found = this.#keys.find((key) => key.id === id);
    if (!found)
      throw new Error(
        `The vault's master key ${id} is not at hand; add it behind the current one in VAULT_KEY.`,
      );
    return found;
  }

  /** The keys under which values are looked up, the current one first: equality only, and only with the key. */
  searchKeys(): readonly KeyObject[] {
    return this.#searchKeys;
  }
}

/** `new,old,…` in base64 as given, or from a file only its owner may read, made at first use. */
export async function masterKeys(given: string | undefined, path: string): Promise<MasterKeys> {
  if (given === undefined) {
    const kept = await stat(path).catch(() => undefined);
    if (kept && (kept.mode & 0o077) !== 0)
      throw new Error(`${path} holds a key and may be read by others: chmod 600 ${path}`);
    if (!kept)
      await writeFile(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`, {
        mode: 0o600,
        flag: 'wx',
      }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
  }
  const text = given ?? (await readFile(path, 'utf8'));
  return new MasterKeys(
    text
      .trim()
      .split(/[\s,]+/)
      .map((key) => Buffer.from(key, 'base64')),
  );
}
