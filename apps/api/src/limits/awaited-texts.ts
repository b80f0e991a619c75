import type { FastifyInstance, preParsingHookHandler, preValidationHookHandler } from 'fastify';
import type { IncomingMessage } from 'node:http';

/** A text comes in half a minute, or its line is too bad; only a file may take as long as any request. */
const LOOK_EVERY_MS = 5_000;
const MOST_LOOKS = 6;

/**
 * Hangs up on whoever takes too long over a text. All that are being read are looked at together: a timer and its listeners
 * for each cost a tenth of an act.
 */
export function awaitedTexts(
  server: Pick<FastifyInstance, 'addHook'>,
  lookEveryMs = LOOK_EVERY_MS,
): {
  begins: preParsingHookHandler;
  hasCome: preValidationHookHandler;
} {
  const reading = new Map<IncomingMessage, number>();
  let looks = 0;
  const look = () => {
    looks += 1;
    for (const [text, since] of reading) {
      if (looks - since > MOST_LOOKS) text.destroy();
      if (text.complete || text.destroyed) reading.delete(text);
    }
  };
  const looking = setInterval(look, lookEveryMs).unref();
  server.addHook('onClose', (_server, done) => {
    clearInterval(looking);
    done();
  });
  return {
    begins: ({ raw }, _reply, payload, done) => {
      reading.set(raw, looks);
      done(null, payload);
    },
    hasCome: ({ raw }, _reply, done) => {
      reading.delete(raw);
      done();
    },
  };
}
