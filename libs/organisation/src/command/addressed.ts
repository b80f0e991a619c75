import type { Decision } from '#event-store';
import type { Envelope } from '#kernel';
import type { Type } from '@nestjs/common';

/** A command on its way over the bus: what is asked, of which stream, and what surrounds the asking. */
export class Addressed<F extends object = object> {
  constructor(
    readonly fields: F,
    readonly subject: string,
    readonly envelope: Envelope,
    /** The part of the stream it is about, as a path names it: a task of a plan, a unit of the office. */
    readonly part = '',
    /** What goes in with it or not at all, such as the registration of whom it is for. */
    readonly before: readonly Decision[] = [],
  ) {}
}

type Travels = new (
  fields: object,
  subject: string,
  envelope: Envelope,
  part?: string,
  before?: readonly Decision[],
) => Addressed;

const travelling = new WeakMap<Type, Travels>();

/** The class as which a command's fields travel; one for each class of fields, for the bus finds handlers by the class. */
export function addressed(command: Type): Travels {
  const known = travelling.get(command);
  if (known) return known;
  const made = class extends Addressed {};
  Object.defineProperty(made, 'name', { value: command.name });
  travelling.set(command, made);
  return made;
}
