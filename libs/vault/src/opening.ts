import { createHash } from 'node:crypto';

/** Where a commitment stands in the trail: a stream of an office, and the version of the event that holds it. */
export interface CommittedAt {
  office: string;
  subject: string;
  version: number;
}

const TAG_BYTES = 8;
const CHECK_BYTES = 4;

/**
 * What a receipt carries to open one commitment: tag of the stream ‖ version ‖ key ‖ check, 48 bytes in base64url. The proof
 * page tells by the check that it was cut or altered, and by the tag that it belongs to something else.
 */
export function openingText({ office, subject, version }: CommittedAt, key: Buffer): string {
  const at = Buffer.alloc(4);
  at.writeUInt32BE(version);
  const whole = Buffer.concat([sha256(`${office}/${subject}`).subarray(0, TAG_BYTES), at, key]);
  return Buffer.concat([whole, sha256(whole).subarray(0, CHECK_BYTES)]).toString('base64url');
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
