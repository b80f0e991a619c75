import { Client } from 'pg';

/** Wakes up when the log grows or the clock moves: LISTEN on one connection, kept alive across faults. */
export class LogListener {
  #client: Client | undefined;
  #closed = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: { connectionString: string },
    private readonly channels: string[],
    private readonly onWake: (channel: string, payload: string) => void,
  ) {}

  /** Connects; later losses of the connection are mended in the background, and each mending wakes once. */
  async start(): Promise<void> {
    const client = new Client({ ...this.connection, application_name: 'minh-bach-listener' });
    client.on('error', () => this.#reconnect(client));
    client.on('end', () => this.#reconnect(client));
    client.on('notification', ({ channel, payload }) => this.#wake(channel, payload));
    await client.connect();
    if (this.#closed) return client.end();
    for (const channel of this.channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    this.#client = client;
  }

  async stop(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  #wake(channel: string, payload = ''): void {
    if (!this.#closed) this.onWake(channel, payload);
  }

  #reconnect(lost: Client): void {
    if (this.#closed || (this.#client !== undefined && this.#client !== lost)) return;
    this.#client = undefined;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.start().then(
        () => this.channels.forEach((channel) => this.#wake(channel)),
        () => this.#reconnect(lost),
      );
    }, 500);
  }
}
