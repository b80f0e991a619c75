import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long whoever connects may take, and how much of the door may be theirs. */
export interface Patience {
  headersMs: number;
  /** From the first byte of a request to the last. */
  requestMs: number;
  /** Without a byte in either direction. */
  idleMs: number;
  /** Between two looks at who has taken too long. */
  lookEveryMs: number;
  connectionsPerAddress: number;
}

/** A file of 10 MB over a bad line comes within the five minutes; an ordinary body has its own, shorter time. */
export const PATIENCE: Patience = {
  headersMs: 15_000,
  requestMs: 300_000,
  idleMs: 60_000,
  lookEveryMs: 5_000,
  connectionsPerAddress: 500,
};

/** The settings of Node's server that the patience amounts to. */
export const serverOptionsFor = ({ headersMs, requestMs, lookEveryMs }: Patience) => ({
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  connectionsCheckingInterval: lookEveryMs,
});

/** Ends what stands idle, and what one address holds beyond its share; `isCounted` says of which that is asked. */
export function limitConnections(
  server: Server,
  { idleMs, connectionsPerAddress }: Patience,
  isCounted: (address: string) => boolean,
): void {
  const held = new Map<string, number>();
  server.setTimeout(idleMs);
  server.on('connection', (socket: Socket) => {
    const { remoteAddress: address = '' } = socket;
    if (!isCounted(address)) return;
    const count = (held.get(address) ?? 0) + 1;
    if (count > connectionsPerAddress) return void socket.destroy();
    held.set(address, count);
    socket.once('close', () => {
      const left = (held.get(address) ?? 1) - 1;
      if (left === 0) held.delete(address);
      else held.set(address, left);
    });
  });
}
