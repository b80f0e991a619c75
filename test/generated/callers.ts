import { randomInt } from 'node:crypto';
import type { Exchange, Wire } from './exchange.js';

const ADDRESSES = 60;

/** Those who send generated requests: nobody known, a forger, and officials, each from many addresses behind a proxy. */
export class Callers {
  readonly #tokens = new Map<string, string>();
  /** By route: who is refused there for their role, and who was let in. */
  readonly #refused = new Map<string, Set<string>>();
  readonly #letIn = new Map<string, Set<string>>();

  private constructor(
    private readonly exchange: Exchange,
    private readonly password: string,
  ) {}

  static async signedIn(
    exchange: Exchange,
    usernames: readonly string[],
    password: string,
  ): Promise<Callers> {
    const callers = new Callers(exchange, password);
    for (const username of usernames)
      if (!(await callers.signIn(username))) throw new Error(`${username} can’t sign in`);
    return callers;
  }

  /** Whose turn it is on a route: mostly somebody who was let in there, or whose role was not refused yet. */
  choose(route: string, by: number): string {
    const refused = this.#refused.get(route);
    const officials = [...this.#tokens.keys()].filter(
      (one) => route !== 'POST /api/v1/demo/clock' || one !== 'admin',
    );
    const known = officials.filter((one) => this.#letIn.get(route)?.has(one));
    const welcome = known.length > 2 ? known : officials.filter((one) => refused?.has(one) !== true);
    const all = ['nobody', 'forger', ...officials];
    return (by % 10 < 7 ? welcome[by % welcome.length] : all[by % all.length]) ?? 'nobody';
  }

  headersOf(caller: string): Record<string, string> {
    const address = { 'x-forwarded-for': `198.51.100.${randomInt(ADDRESSES)}` };
    if (caller === 'nobody') return address;
    const token = caller === 'forger' ? `thieu-van.${'A'.repeat(43)}` : this.#tokens.get(caller);
    return { ...address, authorization: `Bearer ${token}` };
  }

  letIn(route: string, caller: string): void {
    this.#letIn.set(route, (this.#letIn.get(route) ?? new Set()).add(caller));
  }

  /** Learns from a refusal: where somebody's role is not welcome; and whose session has ended, who signs in again. */
  async refused(route: string, caller: string, code: unknown): Promise<void> {
    if (code === 'not_open_to_role')
      this.#refused.set(route, (this.#refused.get(route) ?? new Set()).add(caller));
    if (code === 'unauthenticated' && this.#tokens.has(caller) && !(await this.signIn(caller)))
      this.#tokens.delete(caller);
  }

  get officials(): number {
    return this.#tokens.size;
  }

  async signIn(username: string): Promise<boolean> {
    const sent: Wire = {
      method: 'POST',
      path: '/api/v1/sessions',
      headers: { ...this.headersOf('nobody'), 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: this.password }),
    };
    const { status, text } = await this.exchange.send(sent);
    if (status !== 201) return false;
    this.#tokens.set(username, (JSON.parse(text) as { token: string }).token);
    return true;
  }
}
