import type { Quota } from '#organisation';
import type { FastifyReply, FastifyRequest } from 'fastify';

const QUOTA = Symbol('quota');

/** Remembers what is left to whoever sent a request that was counted. */
export const counted = (request: FastifyRequest, quota: Quota): void => {
  Object.assign(request, { [QUOTA]: quota });
};

/** Says what is left, where the request was counted (draft-ietf-httpapi-ratelimit-headers). */
export function sayQuota(request: FastifyRequest & { [QUOTA]?: Quota }, reply: FastifyReply): void {
  const quota = request[QUOTA];
  if (!quota) return;
  const { name, most, window, left, seconds } = quota;
  reply.header('ratelimit-policy', `"${name}";q=${most};w=${window}`);
  reply.header('ratelimit', `"${name}";r=${left};t=${seconds}`);
}
