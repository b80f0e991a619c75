import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StartedProduct } from '../support/started-product.js';
import { caller, type Caller } from './caller.js';

export type { Answer, Caller } from './caller.js';

const PATIENCE_MS = 120_000;

/** What whoever has a login on its machine finds, and whoever runs it can do. */
export interface Machine {
  pid: number;
  /** All that it wrote to its log. */
  log(): string;
  /** Files with the database's password that others could read while it started. */
  readableByOthers: readonly string[];
  /** Ends it and starts it again on the same folder, with more settings. */
  restart(settings: Record<string, string>): Promise<void>;
}

/** An official with an account that nothing else uses. */
export interface Official extends Caller {
  username: string;
  password: string;
  personId: string;
}

/** The running product that is attacked: where it is, and what an attacker may know. Shares no code with it. */
export class Target {
  readonly stranger: Caller = caller(this.url);
  readonly office = 'thieu-van';
  readonly #signedIn = new Map<string, Promise<Caller>>();

  constructor(
    readonly url: string,
    readonly password: string,
    readonly machine?: Machine,
  ) {}

  /** A product that was started for it, with its machine. */
  static of(product: StartedProduct, readableByOthers: readonly string[] = []): Target {
    const { url, password, log, restart } = product;
    const machine = {
      log,
      restart,
      readableByOthers,
      get pid() {
        return product.pid; // another one after a restart
      },
    };
    return new Target(url, password, machine);
  }

  /** An account of the office, as one that an attacker has, or that of a victim. */
  as(username: string): Promise<Caller> {
    const known = this.#signedIn.get(username) ?? this.signIn(username, this.password);
    this.#signedIn.set(username, known);
    return known;
  }

  async signIn(username: string, password: string): Promise<Caller> {
    const { status, body } = await this.stranger.post('/api/v1/sessions', { username, password });
    if (status !== 201) throw new Error(`${username} can’t sign in: ${status}`);
    return caller(this.url, { authorization: `Bearer ${String(body.token)}` });
  }

  /** Whoever holds a token. */
  holding(token: string): Caller {
    return caller(this.url, { authorization: `Bearer ${token}` });
  }

  /** A stranger at that address, behind a proxy. */
  from(address: string): Caller {
    return caller(this.url, { 'x-forwarded-for': address });
  }

  /** Opens an account, with a password that its owner has chosen. */
  async newcomer(): Promise<Official> {
    const username = `nguoi-moi-${randomUUID().slice(0, 8)}`;
    const [first, password] = ['ruộng lúa chín vàng', 'trâu cày ruộng sâu'];
    const account = { username, name: 'Người Mới', password: first };
    const opened = await (await this.as('admin')).post('/api/v1/accounts', account);
    const begun = await this.signIn(username, first);
    await begun.post('/api/v1/sessions/me/password', { current: first, next: password });
    const official = await this.signIn(username, password);
    return { ...official, username, password, personId: String(opened.body.personId) };
  }

  /** Refuses where it is tried from elsewhere. */
  ownMachine(): Machine {
    if (!this.machine) throw new Error('tried on a machine of its own alone');
    return this.machine;
  }

  /** A task that somebody leads, once the plan is theirs. */
  async taskOf(lead: Caller): Promise<string> {
    const ids: string[] = [];
    await this.until(async () => {
      const { body } = await lead.get('/api/v1/tasks?lead=me&limit=1');
      ids.push(...((body.items ?? []) as { id: string }[]).map(({ id }) => id));
      return ids.length > 0;
    }, 'a task of theirs');
    return ids[0] ?? '';
  }

  /** The post that somebody holds. */
  async postOf(official: Caller): Promise<{ postId: string; unitId: string }> {
    const { body } = await official.get('/api/v1/sessions/me');
    const [post] = body.posts as { postId: string; unitId: string }[];
    if (!post) throw new Error('holds no post');
    return post;
  }

  /** Memory of the process that answers, in MB, as its figures say. */
  async memory(): Promise<number> {
    const { body } = await this.stranger.get('/metrics');
    const [, bytes] = /^process_resident_memory_bytes (\S+)/m.exec(String(body.text)) ?? [];
    return Number(bytes) / 1_000_000;
  }

  /** What the process that answers has used of the processor so far, in seconds. */
  async processorSeconds(): Promise<number> {
    const { body } = await this.stranger.get('/metrics');
    const [, seconds] = /^process_cpu_seconds_total (\S+)/m.exec(String(body.text)) ?? [];
    return Number(seconds);
  }

  /** All that the public ledger gives to everybody, once it holds what was answered so far. */
  async published(): Promise<string[]> {
    const admin = await this.as('admin');
    await this.until(async () => {
      const { body } = await admin.get('/api/v1/audit?sealed=no&limit=1');
      return Array.isArray(body.items) && body.items.length === 0;
    }, 'sealing');
    const size = await this.#size();
    const entries: string[] = [];
    for (let n = 0; n * 256 < size; n += 1) {
      const width = Math.min(256, size - n * 256);
      const name = `tile/entries/${String(n).padStart(3, '0')}${width === 256 ? '' : `.p/${width}`}`;
      const answer = await fetch(`${this.url}/ledger/${this.office}/${name}`);
      entries.push(...entriesOf(Buffer.from(await answer.arrayBuffer())));
    }
    return entries;
  }

  /** Looks again until it is so. */
  async until(isSo: () => Promise<boolean>, what: string): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; !(await isSo()); await sleep(100))
      if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
  }

  async #size(): Promise<number> {
    const note = await (await fetch(`${this.url}/ledger/${this.office}/checkpoint`)).text();
    return Number(note.split('\n')[1]);
  }
}

/** C2SP tlog-tiles: each entry behind its length in two bytes. */
function entriesOf(bundle: Buffer): string[] {
  const entries: string[] = [];
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at);
    entries.push(bundle.subarray(at + 2, end).toString());
    at = end;
  }
  return entries;
}
