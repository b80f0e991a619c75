import { inOffice } from '#kernel';
import type { Pool, PoolClient } from 'pg';
import type { AppendRequest } from './event.js';

const FLUSH_MS = 500;
/** What can't be written is not kept for ever: acts go on without it. */
const MOST_WAITING = 10_000;
const KEPT_DAYS = 30;
const CLEAN_EVERY_MS = 3_600_000;

/** Acts by the address they came from. */
type Noted = Map<string, string[]>;

/**
 * The addresses acts came from, for inspectors and for 30 days. They never enter the log, which can't forget; written a
 * moment after the act and many at once, so that no act waits for it.
 */
export class Origins {
  #waiting = new Map<string, Noted>();
  #count = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  readonly #cleanedAt = new Map<string, number>();

  constructor(private readonly db: Pool | PoolClient) {}

  /** Takes note of where an act came from, if it came from outside. */
  note({
    office,
    commandId,
    attribution: { clientAddress },
  }: Pick<AppendRequest, 'office' | 'commandId' | 'attribution'>): void {
    if (clientAddress === undefined || this.#count >= MOST_WAITING) return;
    const ofOffice = this.#waiting.get(office) ?? new Map<string, string[]>();
    this.#waiting.set(office, ofOffice);
    const acts = ofOffice.get(clientAddress);
    if (acts) acts.push(commandId);
    else ofOffice.set(clientAddress, [commandId]);
    this.#count += 1;
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  /** Resolves when all that was noted is written, or was given up. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const noted = this.#waiting;
    const at = new Date();
    this.#waiting = new Map();
    this.#count = 0;
    this.#writing = this.#writing.then(async () => {
      for (const [office, acts] of noted)
        await inOffice(office, () => this.#write(office, at, acts)).catch(() => undefined);
    });
    return this.#writing;
  }

  /** Where the acts of some events came from, by the acts' ids; those long past are not known any more. */
  async of(
    office: string,
    events: readonly { command_id: string; event_id: string }[],
  ): Promise<Map<string, string>> {
    await this.flush();
    const { rows } = await this.db.query<{ command_id: string; address: string }>(
      `select asked.command_id, noted.address
       from (select c as command_id, uuid_extract_timestamp(e) as at from unnest($2::uuid[], $3::uuid[]) as u(c, e)) asked
       cross join lateral (
         select address from act_origin
         where office = $1 and at between asked.at and asked.at + interval '1 minute'
           and at > now() - make_interval(days => $4) and asked.command_id = any (command_ids)
         limit 1) noted`,
      [office, events.map(({ command_id }) => command_id), events.map(({ event_id }) => event_id), KEPT_DAYS],
    );
    return new Map(rows.map(({ command_id: id, address }) => [id, address]));
  }

  async #write(office: string, at: Date, noted: Noted): Promise<void> {
    await this.db.query({
      name: 'note_origins',
      text: `insert into act_origin (office, at, address, command_ids)
             select $1, $2, address, acts from json_to_recordset($3) as noted(address text, acts uuid[])`,
      values: [office, at, JSON.stringify([...noted].map(([address, acts]) => ({ address, acts })))],
    });
    if (Date.now() - (this.#cleanedAt.get(office) ?? 0) < CLEAN_EVERY_MS) return;
    this.#cleanedAt.set(office, Date.now());
    await this.db.query(
      'delete from act_origin where office = $1 and at < now() - make_interval(days => $2)',
      [office, KEPT_DAYS],
    );
  }
}
