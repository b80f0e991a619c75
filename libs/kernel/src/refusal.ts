import type { Bilingual } from './language.js';

/** What a kind of "no" always says. */
export interface RefusalKind {
  code: string;
  status: number;
  /** The rule it stands on (R1 to R38), where one applies. */
  rule?: string;
  title: Bilingual;
  /** What the person can do about it. */
  advice: Bilingual;
}

/** A named "no" of the domain: changes nothing, and asked again it is a "no" still. Told as an RFC 9457 problem. */
export class Refusal extends Error {
  readonly final = true;

  constructor(
    readonly kind: RefusalKind,
    readonly values: Record<string, unknown> = {},
  ) {
    super(kind.code);
    this.name = 'Refusal';
  }
}

/**
 * A "not now": nothing was changed, and nothing is said of the act itself, which may go in when it is asked again. Never
 * to be passed over, told to another system or kept as an outcome: for that it is no `Refusal`.
 */
export class TemporaryFailure extends Error {
  readonly final = false;

  constructor(
    readonly kind: RefusalKind,
    readonly values: Record<string, unknown> = {},
    cause?: unknown,
  ) {
    super(kind.code, { cause });
    this.name = 'TemporaryFailure';
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

/** Declares a kind of temporary failure; calling the result with its cause makes one. */
export function temporaryFailure(
  code: string,
  status: number,
  title: Bilingual,
  advice: Bilingual,
  rule?: string,
): ((cause?: unknown) => TemporaryFailure) & { kind: RefusalKind } {
  const kind: RefusalKind = { code, status, title, advice, ...(rule === undefined ? {} : { rule }) };
  return Object.assign((cause?: unknown) => new TemporaryFailure(kind, {}, cause), { kind });
}
