import { canonicalJson } from '#kernel';
import { createHmac, hkdfSync } from 'node:crypto';

/**
 * The key that opens one act's commitment (chìa mở cam kết), from the person's own key and the act's id: whoever has it can
 * check that act and no other, and nobody can make it once the person's key is destroyed.
 */
export const openingKey = (personKey: Buffer, office: string, actId: string): Buffer =>
  Buffer.from(hkdfSync('sha256', personKey, '', `minh-bach commitment\n${office}\n${actId}`, 32));

/** What an event says of what its act put into the vault: HMAC-SHA-256 of its canonical JSON, hexadecimal. */
export const commitmentOf = (opening: Buffer, content: object): string =>
  createHmac('sha256', opening).update(canonicalJson(content)).digest('hex');

/** What is committed to of a file: its bytes by their hash, and its name. */
export const fileContent = ({ name, sha256 }: { name: string; sha256: string }) => ({ file: sha256, name });
