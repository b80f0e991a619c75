import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP wire to a server, which a test can cut and mend. */
export class Wire {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #whole = true;
  #answers = true;

  private constructor(port: number) {
    this.#server = createServer((near) => {
      if (!this.#whole) return void near.destroy();
      const far = connect(port, '127.0.0.1');
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.#sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.on('data', (bytes) => far.write(bytes));
      far.on('data', (bytes) => {
        if (this.#answers) near.write(bytes);
        else this.cut(); // the server did it; nobody hears of it
      });
    });
  }

  static async to(port: number): Promise<Wire> {
    const wire = new Wire(port);
    await new Promise<void>((resolve) => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Ends every connection and takes no new one. */
  cut(): void {
    this.#whole = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** The next answer is lost with its connection, after the server has done what it was asked. */
  cutAtNextAnswer(): void {
    this.#answers = false;
  }

  mend(): void {
    this.#whole = true;
    this.#answers = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
