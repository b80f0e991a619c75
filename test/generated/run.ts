import fc from 'fast-check';
import { Described } from '../support/described.js';
import { Callers } from './callers.js';
import { Exchange, type Answer } from './exchange.js';
import { bodyOf, faultOf } from './faults.js';
import { onTheWire } from './on-the-wire.js';
import { operationsOf, type ApiDescription, type Operation } from './operations.js';
import { pages } from './pages.js';
import { figuresOf, type Figures } from './product-figures.js';
import { requestsFor, type Drawn } from './requests.js';
import { Seen } from './seen.js';

/** What people did there would take the others their posts, their accounts or their time. */
const HARMFUL =
  /(accounts|units|posts)\/\{id\}\/ending|units\/\{id\}\/split|vacancies|succession|factor-removal/;
const AT_ONCE = 8;
const FIGURES_EVERY_MS = 1_000;
const MOST_FAULTS = 30;
/** Of each route, drawn at a time. */
const DRAWN = 5;

export interface Given {
  url: string;
  usernames: readonly string[];
  password: string;
  seed: number;
}

export interface Fault {
  what: string;
  route: string;
  by: string;
  how: string;
  sent: string;
}

/** What came of generated requests. */
export interface Outcome {
  sent: number;
  faults: Fault[];
  /** Routes on which something was taken in or answered. */
  answered: Set<string>;
  statuses: Map<number, number>;
  /** The longest block of the event loop, and what was under way then. */
  longestBlock: { ms: number; beside: string[] };
  /** Memory (MB) after a third, and at the end. */
  memory: { warm: Figures; end: Figures };
  officials: number;
}

const NOTHING_YET: Figures = { longestBlockMs: 0, heapMb: 0, memoryMb: 0 };

/** In a few words. */
export const toldOf = ({
  sent,
  answered,
  faults,
  statuses,
  longestBlock,
  memory: { warm, end },
}: Outcome): string =>
  [
    `${sent} sent, taken in or answered on ${answered.size} routes, ${JSON.stringify(Object.fromEntries([...statuses].sort()))}`,
    `${faults.length} faults`,
    `longest block of the event loop ${longestBlock.ms} ms`,
    `heap ${Math.round(warm.heapMb)} to ${Math.round(end.heapMb)} MB, in all ${Math.round(warm.memoryMb)} to ${Math.round(end.memoryMb)} MB`,
  ].join('; ');

/** Sends generated requests to a running product: every route, whoever may or may not, what is meant and what is not. */
export class GeneratedInput {
  readonly #exchange: Exchange;
  readonly #seen = new Seen();
  readonly #nothing = new Seen();
  readonly #window: string[] = [];
  readonly #outcome: Omit<Outcome, 'officials'> = {
    sent: 0,
    faults: [],
    answered: new Set(),
    statuses: new Map(),
    longestBlock: { ms: 0, beside: [] },
    memory: { warm: NOTHING_YET, end: NOTHING_YET },
  };

  private constructor(
    private readonly given: Given,
    private readonly api: ApiDescription,
    private readonly described: Described,
    private readonly callers: Callers,
    exchange: Exchange,
  ) {
    this.#exchange = exchange;
  }

  static async begin(given: Given): Promise<GeneratedInput> {
    const document = (await (await fetch(`${given.url}/api/openapi.json`)).json()) as ApiDescription;
    const exchange = new Exchange(given.url);
    const callers = await Callers.signedIn(exchange, given.usernames, given.password);
    const input = new GeneratedInput(given, document, new Described(document as never), callers, exchange);
    await input.#lookAround();
    return input;
  }

  /** Reads all lists, as everybody, for what there is. */
  async #lookAround(): Promise<void> {
    const lists = operationsOf(this.api).filter(
      ({ method, path, parameters }) =>
        method === 'GET' &&
        !path.includes('{id}') &&
        !/changes|export/.test(path) &&
        !parameters.some((one) => one.in === 'query' && one.required),
    );
    for (const username of this.given.usernames)
      for (const { path } of lists) {
        const answer = await this.#exchange.send({
          method: 'GET',
          path: path.replace('{office}', 'thieu-van').replace('{year}', '2025'),
          headers: this.callers.headersOf(username),
        });
        if (answer.status < 300) this.#seen.learn(bodyOf(answer), path);
      }
  }

  /** Sends so many, and tells what came of all so far. */
  async send(
    count: number,
    note: (soFar: Omit<Outcome, 'officials'>) => void = () => undefined,
  ): Promise<Outcome> {
    const outcome = this.#outcome;
    const until = outcome.sent + count;
    const warm = outcome.sent + count / 3;
    await figuresOf(this.given.url); // what was before is not of these
    let told = performance.now();
    for (let round = 0; outcome.sent < until && outcome.faults.length < MOST_FAULTS; round += 1) {
      const drawn = this.#draw(outcome.sent + round).slice(0, until - outcome.sent);
      while (drawn.length > 0) {
        const few = drawn.splice(0, 100);
        await this.#sendAtOnce(few);
        outcome.sent += few.length;
        if (outcome.memory.warm === NOTHING_YET && outcome.sent >= warm)
          outcome.memory.warm = await this.#look();
        if (performance.now() - told < FIGURES_EVERY_MS) continue;
        told = performance.now();
        await this.#look();
        note(outcome);
      }
    }
    outcome.memory.end = await this.#look();
    return { ...outcome, officials: this.callers.officials };
  }

  close(): void {
    this.#exchange.close();
  }

  /** A few requests for each route, in turn. */
  #draw(round: number): Drawn[] {
    const seed = this.given.seed + round;
    const byRoute = [...operationsOf(this.api), ...pages].map((operation: Operation) =>
      fc.sample(requestsFor(operation, this.api), { seed, numRuns: DRAWN }),
    );
    return Array.from({ length: DRAWN }, (_, n) => byRoute.flatMap((drawn) => drawn[n] ?? [])).flat();
  }

  async #sendAtOnce(drawn: Drawn[]): Promise<void> {
    const left = [...drawn];
    const work = async () => {
      for (let one = left.shift(); one; one = left.shift()) await this.#sendOne(one);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  async #sendOne(drawn: Drawn): Promise<void> {
    const { route, path } = drawn.operation;
    const caller = this.callers.choose(route, drawn.by);
    const wire = onTheWire(drawn, HARMFUL.test(route) ? this.#nothing : this.#seen);
    const sent = { ...wire, headers: { ...wire.headers, ...this.callers.headersOf(caller) } };
    const answer = await this.#exchange.send(sent);
    const { statuses, answered } = this.#outcome;
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    this.#window.push(`${Math.round(answer.ms)} ms ${answer.status} ${drawn.how} ${route} by ${caller}`);
    const what = faultOf(drawn.operation, sent, answer, this.described);
    if (what !== undefined) this.#note({ what, by: caller, how: drawn.how, route, sent: shown(sent) });
    else await this.#learn(answer, { route, path, caller });
    if (answer.status > 0 && answer.status < 300) answered.add(route);
  }

  /** Of each kind one. */
  #note(fault: Fault): void {
    const { faults } = this.#outcome;
    const kind = ({ what, route }: Fault) => `${route} ${what.slice(0, 40)}`;
    if (!faults.some((one) => kind(one) === kind(fault))) faults.push(fault);
  }

  async #learn(answer: Answer, { route, path, caller }: { route: string; path: string; caller: string }) {
    const body = bodyOf(answer);
    if (answer.status < 300) this.#seen.learn(body, path);
    if (![401, 403].includes(answer.status)) this.callers.letIn(route, caller);
    else await this.callers.refused(route, caller, (body as { code?: unknown }).code);
  }

  async #look(): Promise<Figures> {
    const figures = await figuresOf(this.given.url);
    const slowest = this.#window
      .splice(0)
      .toSorted((one, other) => Number.parseInt(other, 10) - Number.parseInt(one, 10));
    if (figures.longestBlockMs > this.#outcome.longestBlock.ms)
      this.#outcome.longestBlock = { ms: Math.round(figures.longestBlockMs), beside: slowest.slice(0, 5) };
    return figures;
  }
}

const LONGEST_SHOWN = 300;
function shown({
  method,
  path,
  headers,
  body,
}: {
  method: string;
  path: string;
  headers: object;
  body?: string | Uint8Array;
}) {
  const { authorization: _secret, ...others } = headers as Record<string, string>;
  const said = typeof body === 'string' ? body : body && `(bytes) ${Buffer.from(body).toString('base64')}`;
  return `${method} ${path} ${JSON.stringify(others)} ${said ?? ''}`.slice(0, LONGEST_SHOWN);
}
