import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DIST } from './dist.js';

/** What the build of the web left, beside the service's own. */
export const WEB = `${DIST}web/`;

/** What the officials' pages may do: run and look as this server says, talk to it alone, show what they made themselves. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  'frame-src blob:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves the officials' pages (trang làm việc của công chức): one page under every address of theirs, asked for anew each
 * time; what it loads has its hash in its name and is kept for ever.
 */
export async function servePages(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  await server.register(fastifyStatic, {
    root: `${WEB}assets`,
    prefix: '/app/assets/',
    preCompressed: true,
    index: false,
    immutable: true,
    maxAge: '365d',
  });
  for (const url of ['/app', '/app/*'])
    server.get(url, (_request, reply) =>
      reply
        .header('content-security-policy', POLICY)
        .sendFile('index.html', WEB, { cacheControl: false })
        .header('cache-control', 'no-cache'),
    );
}
