import type { Appended, Decision } from '#event-store';
import { Refusal, type Envelope } from '#kernel';
import { Inject, Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import { addressed, type Addressed } from './addressed.js';
import type { HandledCommand } from './handled.js';
import { CommandRunner, type Asked } from './runner.js';

/** An act that somebody may think of doing to a subject: null where nothing is in its way, else the refusal. */
export interface MayBeDone {
  act: string;
  refusal: Refusal | null;
}

/** Sends commands over the bus: the one door to every act, for requests and for workers. */
export class Commands {
  constructor(
    private readonly bus: CommandBus,
    private readonly handled: readonly HandledCommand[],
    private readonly runner: CommandRunner,
    readonly close: () => Promise<void>,
  ) {}

  /** Has a command carried out, or refused, on one stream of the envelope's office, or on a `part` of it; with it goes in what comes `before`, or neither. */
  send<F extends object>(
    command: Type<F>,
    envelope: Envelope,
    subject: string,
    fields: F,
    part?: string,
    before?: readonly Decision[],
  ): Promise<Appended> {
    const given = new (addressed(command))(fields, subject, envelope, part, before);
    return this.bus.execute<Addressed, Appended>(given);
  }

  /** A command that goes in with another act or not at all: what it came to, where its sender may. */
  async decisionOf<F extends object>(
    command: Type<F>,
    envelope: Envelope,
    subject: string,
    fields: F,
  ): Promise<Decision> {
    const given = new (addressed(command))(fields, subject, envelope);
    const { act, before } = await this.#handled(command).decide(this.runner, given);
    if (before.length > 0 || act.brings) throw new Error(`${command.name} goes in with nothing else`);
    return act;
  }

  /** Refuses whoever has no right to a command, before anything is made or asked for it elsewhere. */
  async requireRight(command: Type, envelope: Envelope, subject: string): Promise<void> {
    await this.#handled(command).requireRight(this.runner, { envelope, subject });
  }

  /** The same with what the command's guard says of the subject as it stands. */
  async requireMay(command: Type, envelope: Envelope, subject: string): Promise<void> {
    const refused = await this.#handled(command).ask(this.runner, { envelope, subject });
    if (refused) throw refused;
  }

  #handled(command: Type): HandledCommand {
    const own = this.handled.find((one) => one.command === command);
    if (!own) throw new Error(`nobody handles ${command.name}`);
    return own;
  }

  /** Of what people do on a kind of stream, those acts that a guard can speak for: whether they may be done, and if not, why. */
  async mayBeDone(kind: string, asked: Asked): Promise<MayBeDone[]> {
    const own = this.handled.filter(
      (one) => one.kind === kind && one.right.by.some((who) => who !== 'worker' && who !== 'applicant'),
    );
    const answers = await Promise.all(
      own.map(async (one) => [one.name, await one.ask(this.runner, asked)] as const),
    );
    return answers.flatMap(([act, refusal]) => (refusal === undefined ? [] : [{ act, refusal }]));
  }
}

/** One kind of handler for every command: it hands what came to the runner. */
function handlerOf(handled: HandledCommand): Type<ICommandHandler> {
  @CommandHandler(addressed(handled.command))
  class Handler {
    constructor(@Inject(CommandRunner) private readonly runner: CommandRunner) {}

    execute(given: Addressed): Promise<Appended> {
      return handled.run(this.runner, given);
    }
  }
  return Object.defineProperty(Handler, 'name', { value: `${handled.name}Handler` });
}

@Module({})
class CommandModule {
  static of(handled: readonly HandledCommand[], runner: CommandRunner): DynamicModule {
    return {
      module: CommandModule,
      imports: [CqrsModule.forRoot()],
      providers: [{ provide: CommandRunner, useValue: runner }, ...handled.map(handlerOf)],
    };
  }
}

/** Opens the bus with a handler for each command; two of one name are a mistake of the program's. */
export async function openCommands(
  handled: readonly HandledCommand[],
  runner: CommandRunner,
): Promise<Commands> {
  const names = handled.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two commands are named ${twice}`);
  const context = await NestFactory.createApplicationContext(CommandModule.of(handled, runner), {
    logger: false,
    abortOnError: false,
  });
  return new Commands(context.get(CommandBus), handled, runner, () => context.close());
}
