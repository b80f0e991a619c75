import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a system outside the office was sent. */
export interface Received {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  text: string;
  json: Record<string, unknown>;
}

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'hang';

/** A small HTTP server that speaks another system's form; a test says what it answers. */
export class StandIn {
  readonly received: Received[] = [];
  answer: (request: Received) => Answer = () => ({ status: 200, body: {} });
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async open(answer?: StandIn['answer']): Promise<StandIn> {
    const one = new StandIn();
    if (answer) one.answer = answer;
    await new Promise<void>((resolve) => one.#server.listen(0, '127.0.0.1', resolve));
    return one;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const received: Received = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      text,
      json: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
    };
    this.received.push(received);
    const answer = this.answer(received);
    if (answer === 'hang') return; // until the other side gives up
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  }
}

/** Waits until something is so, forty seconds at most. */
export async function eventually(done: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 1_600; i += 1) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not come about within forty seconds');
}

/** What is there once it is: what another process has done may be told of a moment later. */
export async function found<T>(look: () => Promise<T | undefined>): Promise<T> {
  let seen: T | undefined;
  await eventually(async () => (seen = await look()) !== undefined);
  if (seen === undefined) throw new Error('it was there and is gone');
  return seen;
}
