import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** The reference brings scripts and styles of its own, from this server. */
const REFERENCE =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";

/** What a library would set at the cost of 120 MB of garbage under load (measured at 3,500 commands a second). */
const STRICT = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** Strict headers on every answer: nothing may be run, framed, sniffed or leaked unless a page says otherwise. */
export function secureHeaders(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, _payload, done) => {
      reply.headers(STRICT);
      // Whatever does not say that it may be kept is not: nobody has to think of it where personal data or secrets are.
      if (reply.getHeader('cache-control') === undefined) reply.header('cache-control', 'no-store');
      if (reply.getHeader('content-security-policy') === undefined)
        reply.header('content-security-policy', request.url.startsWith('/reference') ? REFERENCE : NOTHING);
      done();
    });
}

/** Sends a page that may run exactly the scripts and styles it holds, and talk to this server alone. */
export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const hashes = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}[^>]*>([^]*?)</${tag}>`, 'g'))]
      .map(([, body = '']) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`)
      .join(' ');
  const policy = `${NOTHING}; script-src ${hashes('script')}; style-src ${hashes('style')}; connect-src 'self'; img-src 'self' data:`;
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .send(html);
}
