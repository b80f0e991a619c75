import type { Enclosure } from '#kernel';
import type { Attribution, NewEvent } from './event.js';
import type { Aggregate } from './state-loader.js';

/** One act on one stream. */
export interface Act {
  office: string;
  subject: string;
  commandId: string;
  digest: string;
  attribution: Attribution;
  /** The server's clock at this moment. */
  now: Date;
  /** The stream is taken for new and not read first; where it is not, it is read after all. */
  begins?: boolean;
  /** The version the client has seen; absent when the act does not depend on it. */
  ifMatch?: readonly number[];
  /** What goes in with the act's events, by the version that the last of them has. */
  enclosure?: (version: number) => Enclosure;
}

/** What a decision came to that goes in with another: the state it was taken on, and its events. */
export interface Outcome<S = unknown, E extends NewEvent = NewEvent> {
  state: S;
  events: E[];
}

/** Decides on a stream's state, and on what the decisions that go in before it came to. */
export type DecideOn<S, E extends NewEvent> = Decision<S, E>['decide'];

/** An act and what decides it, on whatever kind of stream. */
export interface Decision<S = unknown, E extends NewEvent = NewEvent> {
  aggregate: Aggregate<S, E>;
  act: Act;
  decide(state: S, version: number, before: readonly Outcome[]): E[];
  /** What it brings about on other streams, in its own commit: they are decided after it, and go in with it or not at all. */
  brings?(outcome: Outcome<S, E>): readonly Decision[];
}

/** A decision whose kind of stream is nobody else's business. */
export const decision = <S, E extends NewEvent>(
  aggregate: Aggregate<S, E>,
  act: Act,
  decide: DecideOn<S, E>,
  brings?: Decision<S, E>['brings'],
): Decision => {
  const own: Decision<S, E> = { aggregate, act, decide, ...(brings && { brings }) };
  return own;
};
