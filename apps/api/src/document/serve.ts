import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DIST } from '../dist.js';

/**
 * Serves the API's description as the build wrote it: to gather it anew from all controllers takes two seconds of a start.
 * After `servePages`, whose files it goes with.
 */
export function serveDescription(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) =>
      reply.sendFile('openapi.json', DIST, { cacheControl: false }).header('cache-control', 'no-cache'),
    );
}
