import { createHash } from 'node:crypto';

// Checking proofs, after RFC 9162 §2.1.3.2 and §2.1.4.2; shares nothing with the code that makes them.

const node = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();

/** The root that an audit path leads to; undefined when the path does not fit the leaf's place. */
export function rootFromPath(index: number, size: number, leaf: Buffer, path: Buffer[]): Buffer | undefined {
  if (index >= size) return undefined;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const step of path) {
    if (sn === 0) return undefined;
    if (fn % 2 === 1 || fn === sn) {
      hash = node(step, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else hash = node(hash, step);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 ? hash : undefined;
}

export interface TreeHead {
  size: number;
  root: Buffer;
}

/** Whether a proof shows that the second tree begins with the whole first one. */
export function isConsistent(first: TreeHead, second: TreeHead, proof: Buffer[]): boolean {
  if (first.size === 0 || first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && first.root.equals(second.root);
  const whole = Number.isInteger(Math.log2(first.size));
  const [start, ...rest] = whole ? [first.root, ...proof] : proof;
  if (!start) return false;
  let [fn, sn] = [first.size - 1, second.size - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  let [fr, sr] = [start, start];
  for (const step of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [node(step, fr), node(step, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else sr = node(sr, step);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && fr.equals(first.root) && sr.equals(second.root);
}
