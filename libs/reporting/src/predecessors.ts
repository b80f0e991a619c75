import { inOffice } from '#kernel';
import { officeSubject, type Organisation } from '#organisation';
import type { Pool } from 'pg';

/** An office that went into another: when it ended, and where in the log. */
export interface Ended {
  office: string;
  at: Date;
  position: number;
}

/** The offices that went into an office, however long ago. */
export class Predecessors {
  constructor(
    private readonly pool: Pool,
    private readonly organisation: Organisation,
  ) {}

  async of(office: string): Promise<Ended[]> {
    const { predecessors } = await this.organisation.current(office);
    const all = await Promise.all(
      predecessors.map(async (one) => [...(await this.#ended(one)), ...(await this.of(one))]),
    );
    return all.flat();
  }

  async #ended(office: string): Promise<Ended[]> {
    const { rows } = await inOffice(office, () =>
      this.pool.query<{ at: Date; position: string }>(
        `select recorded_at as at, position from public.event where office = $1 and subject = $2 and type = 'OfficeEnded'`,
        [office, officeSubject(office)],
      ),
    );
    return rows.map(({ at, position }) => ({ office, at, position: Number(position) }));
  }
}
