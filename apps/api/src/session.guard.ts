import { unauthenticated, type SignedInRequest } from '#kernel';
import { Accounts } from '#organisation';
import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RUNTIME } from './tokens.js';
import type { Runtime } from '../../runtime/src/index.js';

const PUBLIC = 'public';

/** Open to everyone; without it a route needs a session. */
export const Public = () => SetMetadata(PUBLIC, true);

export const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer ([\w-]{20,200})$/i.exec(header ?? '')?.[1];

/** Denies by default: every route that is not public needs a session in force. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()]))
      return true;
    const request = context
      .switchToHttp()
      .getRequest<SignedInRequest & { headers: { authorization?: string } }>();
    const token = bearerOf(request.headers.authorization);
    if (token === undefined) throw unauthenticated();
    request.signedIn = await this.accounts.authenticate(this.runtime.office, token);
    return true;
  }
}
