import type { Target } from './target.js';

/** What an attempt came to, and what was seen of it. */
export interface Verdict {
  held: boolean;
  evidence: string;
}

/** One attack from outside, as whoever tries it goes about it: over HTTP, by what everybody may know. */
export interface Attack {
  /** The finding it repeats. */
  id: string;
  /** What would be broken if it succeeded. */
  what: string;
  /** Takes long, restarts the product, looks into its machine or uses up what its address may try: no part of CI's. */
  alone?: true;
  attempt(target: Target): Promise<Verdict>;
}

/** Holds when each of these is so; tells the first that is not. */
export function holdsIf(claims: Record<string, boolean>): Verdict {
  const broken = Object.entries(claims).find(([, so]) => !so);
  return broken
    ? { held: false, evidence: `not so: ${broken[0]}` }
    : { held: true, evidence: Object.keys(claims).join('; ') };
}
