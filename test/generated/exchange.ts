import { Agent, request, type IncomingMessage } from 'node:http';

/** What a request came to; `cut` says how, where it had no answer. */
export interface Answer {
  status: number;
  type: string;
  text: string;
  cut?: string;
  ms: number;
}

export interface Wire {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

const PATIENCE_MS = 30_000;

/** An idle connection that the server closes just as it is taken again: the request never came to it. */
const GONE = new Set(['EPIPE', 'ECONNRESET']);

/** Sends requests as they are written: no address is put in order, and none is tried again that may have come to the server. */
export class Exchange {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 });

  constructor(private readonly url: string) {}

  send(wire: Wire, agent: Agent | false = this.#agent): Promise<Answer> {
    const { method, path, headers, body } = wire;
    const { hostname, port } = new URL(this.url);
    const began = performance.now();
    return new Promise((resolve) => {
      const answer = (said: Omit<Answer, 'ms'>) => resolve({ ...said, ms: performance.now() - began });
      const cut = (how: string) => answer({ status: 0, type: '', text: '', cut: how });
      const sent = request({ hostname, port, method, path, headers, agent }, (come) => {
        void read(come).then(answer, (error: Error) => cut(`broken off: ${error.message}`));
      });
      sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error(`nothing for ${PATIENCE_MS} ms`)));
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (sent.reusedSocket && GONE.has(error.code ?? '')) resolve(this.send(wire, false));
        else cut(error.message);
      });
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

async function read(come: IncomingMessage): Promise<Omit<Answer, 'ms'>> {
  const type = come.headers['content-type'] ?? '';
  const parts: Buffer[] = [];
  for await (const part of come) {
    parts.push(part as Buffer);
    if (type.startsWith('text/event-stream')) break; // goes on without end
  }
  return { status: come.statusCode ?? 0, type, text: Buffer.concat(parts).toString() };
}
