import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DIST } from '../dist.js';

const REFERENCE = `${DIST}reference/`;

/**
 * Serves the API's description and the page on which it is read as the build wrote them: to gather the one anew from all
 * controllers takes two seconds of a start. After `servePages`, whose files they go with.
 */
export function serveDescription(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const serve = (address: string, file: string, folder: string) =>
    server.get(address, (_request, reply) =>
      reply.sendFile(file, folder, { cacheControl: false }).header('cache-control', 'no-cache'),
    );
  serve('/api/openapi.json', 'openapi.json', DIST);
  server.get('/reference', (_request, reply) => reply.redirect('/reference/', 301));
  serve('/reference/', 'index.html', REFERENCE);
  serve('/reference/js/scalar.js', 'js/scalar.js', REFERENCE);
}
