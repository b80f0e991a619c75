const DEEPEST = 12;

/** Whether a JSON value is no deeper than twelve levels and its objects and lists have at most `values` members together. */
export function holdsAtMost(given: unknown, values: number): boolean {
  let left = values;
  let level: unknown[] = [given];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      const members: unknown[] = Array.isArray(one) ? one : Object.values(one);
      left -= members.length;
      if (left < 0) return false;
      next.push(...members);
    }
    level = next;
  }
  return true;
}
