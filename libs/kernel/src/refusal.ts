import type { Bilingual } from './language.js';

/** What a kind of refusal always says. */
export interface RefusalKind {
  code: string;
  status: number;
  /** The rule it stands on (R1 to R38), where one applies. */
  rule?: string;
  title: Bilingual;
  /** What the person can do about it. */
  advice: Bilingual;
}

/** A named "no": changes nothing, and is told to the client as an RFC 9457 problem. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly values: Record<string, unknown> = {},
  ) {
    super(kind.code);
    this.name = 'Refusal';
  }
}

/** Declares a kind of refusal; calling the result makes one. */
export function refusal(
  code: string,
  status: number,
  title: Bilingual,
  advice: Bilingual,
  rule?: string,
): ((values?: Record<string, unknown>) => Refusal) & { kind: RefusalKind } {
  const kind: RefusalKind = { code, status, title, advice, ...(rule === undefined ? {} : { rule }) };
  return Object.assign((values: Record<string, unknown> = {}) => new Refusal(kind, values), { kind });
}
