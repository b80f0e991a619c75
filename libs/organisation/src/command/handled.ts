import type { Aggregate, Appended, NewEvent, Outcome } from '#event-store';
import type { Refusal } from '#kernel';
import type { Type } from '@nestjs/common';
import type { Right } from '../rights/rights.js';
import type { ActContext } from './act-context.js';
import type { Addressed } from './addressed.js';
import type { Brought } from './brought.js';
import type { Decide, GuardedDecision } from './guarded.js';
import type { Asked, CommandRunner, Prepared } from './runner.js';

/** The kind of stream that some commands are on, and what is the same for all of them. */
export interface ActedOn<S, E extends NewEvent, C> {
  aggregate: Aggregate<S, E>;
  /** What decisions on it look at. */
  contextOf(act: ActContext): C;
  /** By what of its own the subject is decided on, whoever decides: rules that it was begun under. */
  by?<F, X extends C>(decide: Decide<S, F, X, E>): Decide<S, F, X, E>;
  /** What comes before whatever anybody decides: what has fallen due meanwhile. The sweep takes that step by step. */
  after?<F, X extends C>(decide: Decide<S, F, X, E>): Decide<S, F, X, E>;
  /** The area of work a subject belongs to, where delegations may be limited to one (R27). */
  areaOf?(state: S): string | null;
  /** What a repetition of any of them is known by, where that is not the name and the fields. */
  digestOf?(act: string, fields: object): object;
}

/** The current state of another stream of the office. */
export type LoadState = <S, E extends NewEvent>(aggregate: Aggregate<S, E>, subject: string) => Promise<S>;

/** A decision on another stream that goes in before the act or not at all; the act's id stands for both. */
export interface GoesBefore<S, E extends NewEvent> {
  aggregate: Aggregate<S, E>;
  subject: string;
  commandId: string;
  body: object;
  decide(state: S): E[];
}

/** How a command is handled. */
export interface Handling<F extends object, S, E extends NewEvent, C, L, S1, E1 extends NewEvent> {
  command: Type<F>;
  right: Right;
  on: ActedOn<S, E, C>;
  decide: Decide<S, F, C & L & { before?: Outcome<S1, E1> }, E> &
    Partial<Pick<GuardedDecision<S, F, C, E>, 'guard'>>;
  /** What it looks at besides its subject and the organisation, current. */
  looksAt?(fields: F, context: ActContext, load: LoadState): Promise<L>;
  before?(fields: F, context: ActContext): GoesBefore<S1, E1>;
  /** What it brings about on other streams once it is decided, in its own commit; which streams hangs on what never changes. */
  brings?(outcome: Outcome<S, E>, context: ActContext): readonly Brought[];
  /** The stream is new where it is decided first, and need not be looked for. */
  begins?(fields: F, context: ActContext): boolean;
  /** What a repetition is known by beside who and on what, where that is not the name and the fields. */
  digestOf?(fields: F, context: ActContext): object;
}

/** A command with how it is handled, whatever it is about: what a capability gives to the bus. */
export interface HandledCommand {
  readonly name: string;
  readonly command: Type<object>;
  readonly right: Right;
  /** The kind of stream it is on. */
  readonly kind: string;
  run(runner: CommandRunner, given: Addressed): Promise<Appended>;
  /** What it comes to, to go in with another act. */
  decide(runner: CommandRunner, given: Addressed): Promise<Prepared>;
  /** Refuses whoever has no right to it. */
  requireRight(runner: CommandRunner, asked: Asked): Promise<void>;
  /** Whether somebody may do it to a subject now: the refusal if not, null if they may; undefined where that hangs on its fields. */
  ask(runner: CommandRunner, asked: Asked): Promise<Refusal | null | undefined>;
}

type More<F extends object, S, E extends NewEvent, C, L, S1, E1 extends NewEvent> = Omit<
  Handling<F, S, E, C, L, S1, E1>,
  'command' | 'right' | 'on' | 'decide'
>;

/** Commands on one kind of stream: a line for each says who may, and what decides. */
export const commandsOn =
  <S, E extends NewEvent, C>(on: ActedOn<S, E, C>) =>
  <F extends object, L = unknown, S1 = unknown, E1 extends NewEvent = NewEvent>(
    command: Type<F>,
    right: Right,
    decide: Handling<F, S, E, C, L, S1, E1>['decide'],
    more: More<F, S, E, C, L, S1, E1> = {},
  ): HandledCommand => {
    const handling: Handling<F, S, E, C, L, S1, E1> = { command, right, on, decide, ...more };
    return {
      name: command.name,
      command,
      right,
      kind: on.aggregate.kind,
      run: (runner, given: Addressed<F>) => runner.run(handling, given),
      decide: (runner, given: Addressed<F>) => runner.decide(handling, given),
      requireRight: (runner, asked) => runner.requireRight(handling, asked),
      ask: (runner, asked) => runner.ask(handling, asked),
    };
  };
