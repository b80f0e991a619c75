import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { BlockList } from 'node:net';
import type { Logger } from 'pino';
import { liesIn, networksOf } from '../../../runtime/src/index.js';

/** What Fastify asks of each hop: whether its word on where a request comes from is taken. */
export const trustIn = (trustedProxies: readonly string[]): false | ((address: string) => boolean) => {
  const networks: BlockList = networksOf(trustedProxies);
  return trustedProxies.length > 0 && ((address) => liesIn(networks, address));
};

/**
 * Says once that a proxy stands in front which is not named: what is counted by address would be counted for all who come
 * through it together.
 */
export function sayWhenProxyIsUnknown(
  adapter: FastifyAdapter,
  trustedProxies: readonly string[],
  log: Logger,
): void {
  if (trustedProxies.length > 0) return;
  let said = false;
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
    if (!said && request.headers['x-forwarded-for'] !== undefined) {
      said = true;
      log.warn({ proxy: request.socket.remoteAddress }, UNKNOWN_PROXY);
    }
    done();
  });
}

export const UNKNOWN_PROXY =
  'A proxy stands in front that TRUSTED_PROXIES does not name: limits by address hold for everybody behind it together. ' +
  'Set TRUSTED_PROXIES to its address.';
