import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Act {
  /** What is done, in a word. */
  what: string;
  /** A username; null: a citizen. */
  by: string | null;
  path: string;
  body: object;
  headers?: Record<string, string>;
}

const PATIENCE_MS = 8_000;
const AGAIN_MS = 60;

/** Acts at whichever API answers; what fails is sent again, with the same key, until it is done or refused. */
export class Insistent {
  /** Where in the log the acts are that the service has said are done; undefined where a citizen is not told. */
  readonly acknowledged: (number | undefined)[] = [];
  /** What the domain refused, which nothing here should be. */
  readonly refused: string[] = [];
  /** How many acts of each kind are under way. */
  readonly underWay = new Map<string, number>();
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(
    private readonly urls: readonly string[],
    private readonly password: string,
  ) {}

  /** What the service answered; undefined where it refused. */
  async act<T extends object>({ what, by, path, body, headers = {} }: Act): Promise<T | undefined> {
    const key = randomUUID();
    this.#count(what, 1);
    try {
      const { status, text } = await this.send(by, path, body, { ...headers, 'idempotency-key': key });
      if (status >= 300) {
        this.refused.push(`${what}: ${status} ${text.slice(0, 200)}`);
        return undefined;
      }
      const answer = JSON.parse(text) as T & { position?: number };
      this.acknowledged.push(answer.position);
      return answer;
    } finally {
      this.#count(what, -1);
    }
  }

  get idle(): boolean {
    return [...this.underWay.values()].every((n) => n === 0);
  }

  async get<T>(by: string, path: string): Promise<T> {
    return JSON.parse((await this.send(by, path)).text) as T;
  }

  /** Asks until it gets an answer that is no failure of the moment. */
  async send(
    by: string | null,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; text: string }> {
    for (;;) {
      const answer = await this.#once(path, body, {
        ...(by === null ? {} : { authorization: `Bearer ${await this.#token(by)}` }),
        ...headers,
      });
      if (answer && answer.status < 500 && answer.status !== 429) return answer;
      await sleep(AGAIN_MS);
    }
  }

  #token(username: string): Promise<string> {
    const known = this.#tokens.get(username) ?? this.#signIn(username);
    this.#tokens.set(username, known);
    return known;
  }

  async #signIn(username: string): Promise<string> {
    const { text } = await this.send(null, '/api/v1/sessions', { username, password: this.password });
    return (JSON.parse(text) as { token: string }).token;
  }

  async #once(path: string, body: object | undefined, headers: Record<string, string>) {
    const url = this.urls[Math.floor(Math.random() * this.urls.length)] ?? '';
    try {
      const answer = await fetch(url + path, {
        headers: { 'content-type': 'application/json', ...headers },
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      });
      return { status: answer.status, text: await answer.text() };
    } catch {
      return undefined;
    }
  }

  #count(what: string, by: number): void {
    this.underWay.set(what, (this.underWay.get(what) ?? 0) + by);
  }
}
