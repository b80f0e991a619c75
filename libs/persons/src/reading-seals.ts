import type { Errand } from '#capability';
import { decision, type Aggregate, type AggregateStore } from '#event-store';
import { derivedId, inOffice, type Clock } from '#kernel';
import { inTransaction } from '#projection';
import { readingHash, type KeptReading } from '#vault';
import type { Pool, PoolClient } from 'pg';

/** Few enough to keep an event small, many enough that readings do not outgrow acts. */
const BATCH = 500;

type ReadingsSealed = { type: 'ReadingsSealed'; data: { readings: string[] } };

const sealedReadings: Aggregate<null, ReadingsSealed> = {
  kind: 'readings',
  initial: null,
  fromLastEvent: true,
  evolve: (state) => state,
};

/** Who read whose data, once a minute: a reading does not stay unsealed for longer. */
export const sealReadings = (seals: ReadingSeals): Errand => ({
  name: 'seal',
  subject: 'readings',
  everyMs: 60_000,
  offices: () => seals.offices(),
  run: (office) => seals.seal(office),
});

/** Puts readings of personal data into the log (niêm phong các lần đọc): a batch an event, each reading as its hash. */
export class ReadingSeals {
  constructor(
    private readonly pool: Pool,
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
  ) {}

  /** Offices in which readings wait. */
  async offices(): Promise<string[]> {
    const { rows } = await this.pool.query<{ office: string }>(
      'select offices_with_unsealed_readings() as office',
    );
    return rows.map(({ office }) => office);
  }

  /** Seals all readings of an office that wait; answers how many. */
  async seal(office: string): Promise<number> {
    for (let total = 0; ;) {
      const sealed = await inOffice(office, () => inTransaction(this.pool, (db) => this.#batch(db, office)));
      total += sealed;
      if (sealed < BATCH) return total;
    }
  }

  async #batch(db: PoolClient, office: string): Promise<number> {
    const { rows } = await db.query<KeptReading>(
      `select id, at, reader, person_id, names, purpose, via, salt from vault.reading
       where office = $1 and batch is null order by id limit $2 for update skip locked`,
      [office, BATCH],
    );
    const [first] = rows;
    if (!first) return 0;
    // By the first reading's id: a crash before the readings are marked finds the event that is there already.
    const commandId = derivedId(office, 'readings', first.id);
    const act = {
      office,
      subject: derivedId(office, 'readings'),
      commandId,
      digest: commandId,
      attribution: { actor: 'worker:readings', rule: 'R34' },
      now: this.clock.now(),
    };
    const readings = rows.map(readingHash);
    const { repeated } = await this.aggregates.execute(
      decision(sealedReadings, act, () => [{ type: 'ReadingsSealed', data: { readings } }]),
    );
    const held = new Set(repeated ? await this.#heldBy(office, commandId) : readings);
    const sealed = rows.filter((row) => held.has(readingHash(row)));
    await db.query('update vault.reading set batch = $2 where office = $1 and id = any($3::bigint[])', [
      office,
      commandId,
      sealed.map(({ id }) => id),
    ]);
    return sealed.length;
  }

  async #heldBy(office: string, commandId: string): Promise<string[]> {
    const { rows } = await this.pool.query<{ data: ReadingsSealed['data'] }>(
      'select data from event where office = $1 and command_id = $2',
      [office, commandId],
    );
    return rows[0]?.data.readings ?? [];
  }
}
