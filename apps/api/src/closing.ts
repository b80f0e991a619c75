import type { FastifyAdapter } from '@nestjs/platform-fastify';

/**
 * What is answered while the service closes ends its connection: kept alive, it would be waited for until its client lets
 * go, and nothing behind it would be closed in order.
 */
export function endConnectionsOnClose(adapter: FastifyAdapter): void {
  const server = adapter.getInstance();
  let closing = false;
  server.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close');
    done(null, payload);
  });
}
