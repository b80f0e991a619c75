import { createHash } from 'node:crypto';
import type { PackedFile } from './zipped.js';

// A bag after BagIt 1.0 (RFC 8493): payload under data/, manifests of SHA-256, what it is in bag-info.txt.

export interface Bag {
  /** Its one folder. */
  name: string;
  /** Lines of bag-info.txt, beside the payload's size. */
  info: readonly (readonly [label: string, value: string])[];
  /** What is to be read before the payload, beside it. */
  tags: readonly PackedFile[];
}

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A bag's files in the order in which they are written: the manifests come last, once everything is known. */
export async function* bagged(payload: AsyncIterable<PackedFile>, bag: Bag): AsyncGenerator<PackedFile> {
  const within = (one: PackedFile): PackedFile => ({ ...one, path: `${bag.name}/${one.path}` });
  const tags = [textFile('bagit.txt', DECLARATION), ...bag.tags];
  yield* tags.map(within);
  const manifest: string[] = [];
  let octets = 0;
  for await (const { path, bytes } of payload) {
    const file = { path: `data/${path}`, bytes };
    manifest.push(lineOf(file));
    octets += bytes.length;
    yield within(file);
  }
  const oxum = ['Payload-Oxum', `${octets}.${manifest.length}`] as const;
  const described = [
    textFile('bag-info.txt', [...bag.info, oxum].map(infoLine).join('')),
    textFile('manifest-sha256.txt', manifest.join('')),
  ];
  yield* described.map(within);
  yield within(textFile('tagmanifest-sha256.txt', [...tags, ...described].map(lineOf).join('')));
}

export const textFile = (path: string, text: string): PackedFile => ({ path, bytes: Buffer.from(text) });

/** A value goes on one line, whatever was typed. */
const infoLine = ([label, value]: readonly [string, string]): string =>
  `${label}: ${value.replace(/\s+/gu, ' ').trim()}\n`;

const lineOf = ({ path, bytes }: PackedFile): string =>
  `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`;
