import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A gateway for SMS that fails in every way there is: it refuses, takes a message and says nothing, hangs. */
export class FaultyGateway {
  /** What it took, by the id that the sender gave it; a gateway knows a repetition by that. */
  readonly messages = new Map<string, string>();
  readonly #server: Server;
  #ill = true;

  private constructor() {
    this.#server = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString()));
      request.on('end', () => {
        const luck = this.#ill ? Math.random() : 1;
        if (luck < 0.2) return void response.writeHead(502).end();
        const { RequestId, Content } = JSON.parse(text) as { RequestId: string; Content: string };
        const known = this.messages.has(RequestId);
        this.messages.set(RequestId, Content);
        if (luck < 0.35) return void request.socket.destroy(); // taken, and nobody hears of it
        if (luck < 0.4) return; // until the sender gives up
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ CodeResult: known ? '124' : '100' }));
      });
    });
  }

  static async open(): Promise<FaultyGateway> {
    const one = new FaultyGateway();
    await new Promise<void>((resolve) => one.#server.listen(0, '127.0.0.1', resolve));
    return one;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/send`;
  }

  heal(): void {
    this.#ill = false;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
