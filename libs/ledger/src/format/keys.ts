import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as edSign,
  verify as edVerify,
  type KeyObject,
} from 'node:crypto';
import { sha256 } from '../tree/hash.js';
import { FormatError, bytesOf } from './format-error.js';

// Keys of signed notes, in the text forms of C2SP signed-note: `<name>+<key id>+<base64(type ‖ key)>`.

/** Signature types of C2SP: a log's own, and a witness's timestamped one. */
export const LOG_KEY = 0x01;
export const WITNESS_KEY = 0x04;
type KeyType = typeof LOG_KEY | typeof WITNESS_KEY;

export interface VerifierKey {
  name: string;
  type: KeyType;
  /** The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key). */
  id: Buffer;
  text: string;
  verify(message: Uint8Array, signature: Uint8Array): boolean;
}

export interface SignerKey {
  verifier: VerifierKey;
  /** Its private text form; goes nowhere but into the owner's file. */
  secret: string;
  sign(message: Uint8Array): Buffer;
}

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const NAME = /^[^\s+]{1,200}$/u;

/** Reads a public key; refuses `bad_key`. */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name = '', id = '', base64 = ''] =
    /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const bytes = base64 === '' ? undefined : bytesOf(base64);
  const type = bytes?.[0];
  if (!NAME.test(name) || bytes?.length !== 33 || (type !== LOG_KEY && type !== WITNESS_KEY))
    throw new FormatError('bad_key', 'not a verifier key: <name>+<8 hex digits>+<base64>');
  const key = verifierKey(name, type, bytes.subarray(1));
  if (key.id.toString('hex') !== id)
    throw new FormatError('bad_key', `the id of key ${name} does not fit it`);
  return key;
}

/** Reads a private key; refuses `bad_key`. */
export function parseSignerKey(text: string): SignerKey {
  const [, name = '', id = '', base64 = ''] =
    /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const bytes = base64 === '' ? undefined : bytesOf(base64);
  const type = bytes?.[0];
  if (!NAME.test(name) || bytes?.length !== 33 || (type !== LOG_KEY && type !== WITNESS_KEY))
    throw new FormatError('bad_key', 'not a signer key: PRIVATE+KEY+<name>+<8 hex digits>+<base64>');
  const signer = signerKey(name, type, bytes.subarray(1));
  if (signer.verifier.id.toString('hex') !== id)
    throw new FormatError('bad_key', `the id of key ${name} does not fit it`);
  return signer;
}

/** A new Ed25519 key. */
export function newSignerKey(name: string, type: KeyType = LOG_KEY): SignerKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return signerKey(name, type, privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length));
}

/** The key of a 32-byte seed (RFC 8032). */
export function signerKey(name: string, type: KeyType, seed: Buffer): SignerKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const verifier = verifierKey(name, type, rawPublic(createPublicKey(key)));
  const material = Buffer.concat([Buffer.of(type), seed]).toString('base64');
  return {
    verifier,
    secret: `PRIVATE+KEY+${name}+${verifier.id.toString('hex')}+${material}`,
    sign: (message) => edSign(null, message, key),
  };
}

function verifierKey(name: string, type: KeyType, raw: Buffer): VerifierKey {
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
  const typed = Buffer.concat([Buffer.of(type), raw]);
  const id = sha256(Buffer.concat([Buffer.from(`${name}\n`), typed])).subarray(0, 4);
  return {
    name,
    type,
    id,
    text: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    verify: (message, signature) => edVerify(null, message, key, signature),
  };
}

const rawPublic = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
