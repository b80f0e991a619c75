import { parseVerifierKey, type SignerKey, type VerifierKey } from './keys.js';

/** What the event of a key's rotation says. */
export interface KeyStatement {
  oldKey: string;
  newKey: string;
  /** The old key's, in base64, over the office and both keys. */
  signature: string;
}

const statement = (office: string, oldKey: string, newKey: string): Buffer =>
  Buffer.from(`minh-bach ledger key rotation\n${office}\n${oldKey}\n${newKey}\n`);

export function stateRotation(office: string, from: SignerKey, to: VerifierKey): KeyStatement {
  const [oldKey, newKey] = [from.verifier.text, to.text];
  return { oldKey, newKey, signature: from.sign(statement(office, oldKey, newKey)).toString('base64') };
}

/** The new key, if the old one has signed the statement; whether the old one is trusted is another question. */
export function statedKey(
  office: string,
  said: KeyStatement,
): { old: VerifierKey; next: VerifierKey } | undefined {
  const [old, next] = [parseVerifierKey(said.oldKey), parseVerifierKey(said.newKey)];
  const signed = old.verify(
    statement(office, said.oldKey, said.newKey),
    Buffer.from(said.signature, 'base64'),
  );
  return signed ? { old, next } : undefined;
}
