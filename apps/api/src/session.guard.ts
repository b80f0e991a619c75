import { notFound, refusal, unauthenticated, type SignedInRequest } from '#kernel';
import { Accounts, hasRole } from '#organisation';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessTo } from './policy.js';
import { RUNTIME } from './tokens.js';
import type { Runtime } from '../../runtime/src/index.js';

export const notOpenToRole = refusal(
  'not_open_to_role',
  403,
  { vi: 'Vị trí của bạn không làm việc này', en: 'This is not for your post' },
  { vi: 'Dành cho: {who}.', en: 'It is for: {who}.' },
);

export const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer ([\w-]{20,200})$/i.exec(header ?? '')?.[1];

/** Denies by default: a route is open as the policy says, to a session in force and the roles it names. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & SignedInRequest>();
    const access = accessTo(request.method, request.routeOptions.url ?? '');
    if (access === undefined) throw notFound();
    if (access === 'public') return true;
    const token = bearerOf(request.headers.authorization);
    if (token === undefined) throw unauthenticated();
    const signedIn = await this.accounts.authenticate(this.runtime.office, token);
    request.signedIn = signedIn;
    if (access === 'signed-in') return true;
    const office = await this.runtime.organisation.current(signedIn.office);
    if (!hasRole(office, signedIn.personId, ...access)) throw notOpenToRole({ who: access.join(', ') });
    return true;
  }
}
