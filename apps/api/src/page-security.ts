import type { Language } from '#kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { sayQuota } from './limits/quota.js';

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
      sayQuota(request, reply);
      // Whatever does not say that it may be kept is not: nobody has to think of it where personal data or secrets are.
      if (reply.getHeader('cache-control') === undefined) reply.header('cache-control', 'no-store');
      if (reply.getHeader('content-security-policy') === undefined)
        reply.header('content-security-policy', request.url.startsWith('/reference') ? REFERENCE : NOTHING);
      done();
    });
}

/** A page as whoever made it knows it: what it runs and how it looks is named here, and nothing else on it is let run. */
export interface Page {
  language: Language;
  title: string;
  style: string;
  script: string;
  /** What it shows; a script that got in here by mistake is not run. */
  body: string;
}

/** Sends a page that may run its own script, look by its own style, and talk to this server alone. */
export function sendPage(reply: FastifyReply, { language, title, style, script, body }: Page): FastifyReply {
  const policy = `${NOTHING}; script-src ${hashOf(script)}; style-src ${hashOf(style)}; connect-src 'self'; img-src 'self' data:`;
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store').send(`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${body}<script type="module">${script}</script>
</body>
</html>`);
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
