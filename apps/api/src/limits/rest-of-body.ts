import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { IncomingMessage } from 'node:http';

/** Somebody's video, sent for a photo; who sends more is hung up on. */
const MOST_THROWN_AWAY = 64_000_000;

/**
 * Whoever sends too much reads why it is refused: most clients read nothing before they have sent all, and a connection
 * that is closed meanwhile takes the answer with it. So the rest is taken and thrown away.
 */
export function takeRestOfRefusedBodies(adapter: FastifyAdapter): void {
  adapter.getInstance().addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode === 413) {
      reply.removeHeader('connection');
      reply.raw.once('finish', () => throwAway(request.raw));
    }
    done(null, payload);
  });
}

function throwAway(body: IncomingMessage): void {
  let taken = 0;
  body.on('data', ({ length }: Buffer) => {
    taken += length;
    if (taken > MOST_THROWN_AWAY) body.destroy();
  });
  body.resume();
}
