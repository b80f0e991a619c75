import { inOffice } from '#kernel';
import { OFFICE_NAME, officeOfToken } from '#organisation';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { credentialOf } from './credential.js';

const IN_PATH = /^\/(?:ledger|api\/v1\/offices|public)\/([a-z0-9][a-z0-9-]{0,60})(?:\/|\?|$)/;

/** The office whose data a request is for: the one it looks on, the one in its path, its token's, or the house's own. */
export function officeOf(request: FastifyRequest, own: string): string {
  const { office } = request.headers;
  if (typeof office === 'string' && OFFICE_NAME.test(office)) return office;
  const inPath = IN_PATH.exec(request.url)?.[1];
  if (inPath !== undefined) return inPath;
  const credential = credentialOf(request);
  return (credential && officeOfToken(credential.token)) ?? own;
}

/**
 * Every request works in one office from its first step on: the database shows it nothing else. Which office it may work
 * in is the guard's to say.
 */
export function scopeToOffice(app: NestFastifyApplication, own: string): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => inOffice(officeOf(request, own), done));
}
