import { inOffice } from '#kernel';
import { OFFICE_NAME } from '#organisation';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { credentialOf, type Credential } from './credential.js';

const IN_PATH = /^\/(?:ledger|api\/v1\/offices|public)\/([a-z0-9][a-z0-9-]{0,60})(?:\/|\?|$)/;

/** What is found out of a request once, on its first step. */
interface Addressed {
  credential: Credential | undefined;
  /** The office whose data it is for: the one it looks on, the one in its path, its token's, or the house's own. */
  office: string;
}

const ADDRESSED = Symbol('addressed');

export const addressOf = (request: FastifyRequest): Addressed =>
  (request as FastifyRequest & { [ADDRESSED]: Addressed })[ADDRESSED];

function address(request: FastifyRequest, own: string): Addressed {
  const credential = credentialOf(request);
  const { office } = request.headers;
  if (typeof office === 'string' && OFFICE_NAME.test(office)) return { credential, office };
  const inPath =
    request.url.includes('/offices/') || !request.url.startsWith('/api/')
      ? IN_PATH.exec(request.url)?.[1]
      : undefined;
  return { credential, office: inPath ?? credential?.office ?? own };
}

/**
 * Every request works in one office from its first step on: the database shows it nothing else. Which office it may work
 * in is the guard's to say.
 */
export function scopeToOffice(app: NestFastifyApplication, own: string): void {
  const server = app.getHttpAdapter().getInstance();
  server.decorateRequest(ADDRESSED as never, null as never);
  server.addHook('onRequest', (request, _reply, done) => {
    const addressed = address(request, own);
    Object.assign(request, { [ADDRESSED]: addressed });
    inOffice(addressed.office, done);
  });
}
