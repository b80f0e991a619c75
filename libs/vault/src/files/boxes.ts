const BOX_HEADER = 8;

/** Where boxes that stand one after another end, as in a moving picture or a HEIC image (ISO 14496-12); undefined for none. */
export function boxesEnd(bytes: Buffer): number | undefined {
  let at = 0;
  while (at + BOX_HEADER <= bytes.length && /^[a-z0-9]{4}$/i.test(nameOfBox(bytes, at))) {
    const length = lengthOfBox(bytes, at);
    if (length < BOX_HEADER || at + length > bytes.length) break;
    at += length;
  }
  return at === 0 ? undefined : at;
}

/** In four bytes; 1: in the eight behind its name; 0: to the end. */
function lengthOfBox(bytes: Buffer, at: number): number {
  const said = bytes.readUInt32BE(at);
  if (said === 0) return bytes.length - at;
  return said === 1 && at + 2 * BOX_HEADER <= bytes.length
    ? Number(bytes.readBigUInt64BE(at + BOX_HEADER))
    : said;
}

export const nameOfBox = (bytes: Buffer, at: number): string =>
  bytes.toString('latin1', at + 4, at + BOX_HEADER);
