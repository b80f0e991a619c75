import { inOffice } from '#kernel';
import type { Pool, PoolClient } from 'pg';
import type { AppendRequest } from './event.js';

const FLUSH_MS = 500;
/** What can't be written is not kept for ever: acts go on without it. */
const MOST_WAITING = 10_000;
const KEPT_DAYS = 30;
const CLEAN_EVERY_MS = 3_600_000;

interface Waiting {
  commandId: string;
  address: string;
}

/**
 * The addresses acts came from, for inspectors and for 30 days. They never enter the log, which can't forget; written a
 * moment after the act and many at once, so that no act waits for it.
 */
export class Origins {
  #waiting = new Map<string, Waiting[]>();
  #count = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  readonly #cleanedAt = new Map<string, number>();

  constructor(private readonly db: Pool | PoolClient) {}

  /** Takes note of where an act came from, if it came from outside. */
  note({ office, commandId, attribution: { clientAddress } }: AppendRequest): void {
    if (clientAddress === undefined || this.#count >= MOST_WAITING) return;
    const waiting = this.#waiting.get(office) ?? [];
    waiting.push({ commandId, address: clientAddress });
    this.#waiting.set(office, waiting);
    this.#count += 1;
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  /** Resolves when all that was noted is written, or was given up. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const noted = this.#waiting;
    this.#waiting = new Map();
    this.#count = 0;
    this.#writing = this.#writing.then(async () => {
      for (const [office, acts] of noted)
        await inOffice(office, () => this.#write(office, acts)).catch(() => undefined);
    });
    return this.#writing;
  }

  /** Where some acts came from, by their ids; those long past are not known any more. */
  async of(office: string, commandIds: readonly string[]): Promise<Map<string, string>> {
    await this.flush();
    const { rows } = await this.db.query<{ command_id: string; address: string }>(
      `select command_id, address from act_origin
       where office = $1 and command_id = any($2::uuid[]) and at > now() - make_interval(days => $3)`,
      [office, commandIds, KEPT_DAYS],
    );
    return new Map(rows.map(({ command_id: id, address }) => [id, address]));
  }

  async #write(office: string, acts: Waiting[]): Promise<void> {
    await this.db.query({
      name: 'note_origins',
      text: `insert into act_origin (office, command_id, address)
             select $1, * from unnest($2::uuid[], $3::text[]) on conflict do nothing`,
      values: [office, acts.map(({ commandId }) => commandId), acts.map(({ address }) => address)],
    });
    if (Date.now() - (this.#cleanedAt.get(office) ?? 0) < CLEAN_EVERY_MS) return;
    this.#cleanedAt.set(office, Date.now());
    await this.db.query(
      'delete from act_origin where office = $1 and at < now() - make_interval(days => $2)',
      [office, KEPT_DAYS],
    );
  }
}
