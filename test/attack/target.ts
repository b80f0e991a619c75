import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Somebody at the office's doors, or nobody known. */
export interface Caller {
  get(path: string): Promise<Answer>;
  /** Under a key of its own, unless one is given. */
  post(path: string, body: unknown, key?: string): Promise<Answer>;
  upload(path: string, bytes: string, key?: string): Promise<Answer>;
}

/** The running product that is attacked: where it is, and what an attacker may know. Shares no code with it. */
export class Target {
  readonly stranger: Caller = caller(this.url);
  readonly office = 'thieu-van';

  constructor(
    readonly url: string,
    private readonly password: string,
  ) {}

  /** An account of the office, as one that an attacker has, or that of a victim. */
  async as(username: string): Promise<Caller> {
    const { status, body } = await this.stranger.post('/api/v1/sessions', {
      username,
      password: this.password,
    });
    if (status !== 201) throw new Error(`${username} can’t sign in: ${status}`);
    return caller(this.url, String(body.token));
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

function caller(url: string, token?: string): Caller {
  const call = async (method: string, path: string, body?: string, more: Record<string, string> = {}) => {
    const authorization: Record<string, string> =
      token === undefined ? {} : { authorization: `Bearer ${token}` };
    const answer = await fetch(url + path, {
      method,
      headers: { ...authorization, ...more },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    return { status: answer.status, body: (isJson ? JSON.parse(text) : { text }) as Answer['body'] };
  };
  const sending = (type: string, key: string) => ({ 'content-type': type, 'idempotency-key': key });
  return {
    get: (path) => call('GET', path),
    post: (path, body, key = randomUUID()) =>
      call('POST', path, JSON.stringify(body), sending('application/json', key)),
    upload: (path, bytes, key = randomUUID()) =>
      call('POST', path, bytes, sending('application/octet-stream', key)),
  };
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
