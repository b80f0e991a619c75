import pg from 'pg';
import { officeWorkedIn } from '../office-scope.js';

/** Which office each connection is set to; a connection is set anew only when it changes hands between offices. */
const setTo = new WeakMap<pg.PoolClient, string>();

async function enter(client: pg.PoolClient, office: string): Promise<void> {
  await client.query({
    name: 'enter_office',
    text: `select set_config('minh_bach.office', $1, false)`,
    values: [office],
  });
  setTo.set(client, office);
}

type Taken = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/**
 * Connections that row-level security holds to one office: the one worked in (`inOffice`), else the process's own.
 * What a query forgets to ask for, the database does not answer.
 */
export class OfficePool extends pg.Pool {
  constructor(
    config: pg.PoolConfig,
    private readonly own: string,
  ) {
    super(config);
    // A connection that is lost while nobody uses it is replaced at its next use; unheard, it would end the process.
    this.on('error', () => undefined);
    this.on('connect', (client) => client.on('error', () => undefined));
  }

  /** The same for a library that makes its pools itself. */
  static of(office: string): new (config: pg.PoolConfig) => OfficePool {
    return class extends OfficePool {
      constructor(config: pg.PoolConfig) {
        super(config, office);
      }
    };
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<pg.PoolClient> | void {
    const office = officeWorkedIn() ?? this.own;
    if (taken === undefined) return this.#connected(office);
    super.connect((error, client, done) => {
      if (error !== undefined || client === undefined || setTo.get(client) === office)
        return taken(error, client, done);
      enter(client, office).then(
        () => taken(undefined, client, done),
        (failed: Error) => {
          done(failed);
          taken(failed, undefined, () => undefined);
        },
      );
    });
  }

  async #connected(office: string): Promise<pg.PoolClient> {
    const client = await super.connect();
    if (setTo.get(client) === office) return client;
    try {
      await enter(client, office);
      return client;
    } catch (failed) {
      client.release(failed instanceof Error ? failed : true);
      throw failed;
    }
  }
}
