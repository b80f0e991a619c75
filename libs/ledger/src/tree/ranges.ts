/** Leaves from `begin` (inclusive) to `end` (exclusive). */
export interface Range {
  begin: number;
  end: number;
}

/** A perfect subtree: 2^level leaves from leaf `index` · 2^level on. */
export interface Node {
  level: number;
  index: number;
}

/** The largest power of two smaller than n (n > 1), where a tree of n leaves splits (RFC 9162 §2.1.1). */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The audit path of a leaf, from the leaf up, as the ranges whose roots it consists of (RFC 9162 §2.1.3.1). */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`leaf ${index} is not in a tree of ${size}`);
  const path: Range[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + split(end - begin);
    if (index < middle) {
      path.unshift({ begin: middle, end });
      end = middle;
    } else {
      path.unshift({ begin, end: middle });
      begin = middle;
    }
  }
  return path;
}

/** The proof that a tree of `size` extends one of `old`, as ranges in the order of RFC 9162 §2.1.4.1. */
export function consistencyRanges(old: number, size: number): Range[] {
  if (!(old >= 1 && old <= size)) throw new RangeError(`a tree of ${size} can't extend one of ${old}`);
  const proof: Range[] = [];
  let [begin, end, whole] = [0, size, true];
  while (old !== end) {
    const middle = begin + split(end - begin);
    if (old <= middle) {
      proof.unshift({ begin: middle, end });
      end = middle;
    } else {
      proof.unshift({ begin, end: middle });
      begin = middle;
      whole = false;
    }
  }
  return whole ? proof : [{ begin, end }, ...proof];
}

/** A range's perfect subtrees, left to right; the range begins where a subtree of its size may begin. */
export function nodesOf({ begin, end }: Range): Node[] {
  const nodes: Node[] = [];
  for (let at = begin; at < end;) {
    let level = 0;
    while (2 ** (level + 1) <= end - at && at % 2 ** (level + 1) === 0) level += 1;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}
