import {
  delegationIn,
  inOffice,
  letInBy,
  notFound,
  refusal,
  unauthenticated,
  type ActName,
  type SignedInRequest,
} from '#kernel';
import {
  APPLICANT,
  Accounts,
  ApiTokens,
  Strangers,
  delegationFor,
  hasRole,
  isApiToken,
  mayLookOn,
  notOpenToRole,
  passwordToChange,
  secondFactorRequired,
  secondFactorToEnrol,
  type Office,
  type SignedIn,
} from '#organisation';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActNames } from './act-names.js';
import { requireOpenedFor, requireSameSite, type Credential } from './credential.js';
import { counted } from './limits/quota.js';
import { addressOf, unknownOffice } from './office-scope.js';
import {
  ENROLMENT,
  GUESSED,
  OFFICIALS,
  OVERSEEN,
  WATCHED,
  accessTo,
  costOf,
  rolesFor,
  routeOf,
  type Access,
} from './policy.js';
import { RESERVED_TO_PEOPLE } from './reserved-acts.js';
import { RUNTIME, SECOND_FACTOR_FOR_LEADERS } from './tokens.js';
import type { Runtime } from '../../runtime/src/index.js';

export const tokenScope = refusal(
  'token_scope',
  403,
  { vi: 'Mã truy cập không có phạm vi này', en: 'This token is not for that' },
  { vi: 'Cần phạm vi: {needed}.', en: 'It would need the scope: {needed}.' },
);

const LEADERS = ['chairman', 'vice-chairman', 'admin'] as const;

/** Denies by default: a route is open as the policy says, to a session in force and the roles it names. */
@Injectable()
export class SessionGuard implements CanActivate {
  readonly #lines = new WeakMap<object, { route: string; access: Access | undefined }>();

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(ApiTokens) private readonly tokens: ApiTokens,
    @Inject(Strangers) private readonly strangers: Strangers,
    @Inject(ActNames) private readonly names: ActNames,
    @Inject(SECOND_FACTOR_FOR_LEADERS) private readonly strictLeaders: boolean,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & SignedInRequest>();
    const { route, access } = this.#lineOf(context.getHandler(), request);
    if (access === undefined) throw notFound();
    if (access === 'public') return this.#admitStranger(request, route);
    const { credential, office } = addressOf(request);
    if (!credential) throw unauthenticated();
    if (credential.byCookie) requireSameSite(request);
    // Whoever was here a moment ago is let in without waiting for anything; what was lent to them a moment ago is asked for.
    const isKnown = credential.office === office && request.headers['on-behalf-of'] === undefined;
    const signedIn = isKnown ? this.accounts.sessions.leased(credential.token) : undefined;
    const state = this.runtime.organisation.leased(office);
    if (!signedIn || !state) return this.#askFirst(request, credential, office, access, route);
    requireOpenedFor(request, signedIn.personId);
    this.#enter(signedIn, state, access, route, request);
    letIn(request, signedIn);
    const cost = costOf(route);
    if (cost > 1) return this.#spend(cost, request, office, signedIn.personId);
    return this.#name(request, office, signedIn.personId);
  }

  /** What costs much is counted by person, before it is done. */
  async #spend(
    cost: number,
    request: FastifyRequest & SignedInRequest,
    office: string,
    actor: string,
  ): Promise<true> {
    if (cost > 1) counted(request, await this.strangers.spend(actor, cost));
    return this.#name(request, office, actor);
  }

  /** Names the act by its key, in the namespace of who sends it. */
  #name(request: FastifyRequest & SignedInRequest, office: string, actor: string): true | Promise<true> {
    const name = this.names.nameOf(office, actor, request);
    if (name instanceof Promise) return name.then((named) => this.#named(request, named));
    return name ? this.#named(request, name) : true;
  }

  #named(request: SignedInRequest, name: ActName): true {
    request.named = name;
    return true;
  }

  async #askFirst(
    request: FastifyRequest & SignedInRequest,
    { token, office }: Credential,
    worksIn: string,
    access: Exclude<Access, 'public'>,
    route: string,
  ): Promise<boolean> {
    const signedIn = await inOffice(office, () =>
      isApiToken(token) ? this.tokens.authenticate(token) : this.accounts.sessions.authenticate(token),
    );
    requireOpenedFor(request, signedIn.personId);
    if (worksIn === office)
      this.#enter(signedIn, await this.runtime.organisation.current(office), access, route, request);
    else await this.#lookOn(signedIn, worksIn, route);
    letIn(request, { ...signedIn, office: worksIn });
    return this.#spend(costOf(route), request, worksIn, signedIn.personId);
  }

  /** The table's line for a handler; asking the server for its route costs more than all the rest. */
  #lineOf(handler: object, request: FastifyRequest): { route: string; access: Access | undefined } {
    const known = this.#lines.get(handler);
    if (known) return known;
    const route = routeOf(request.method, request.routeOptions.url ?? '');
    const line = { route, access: accessTo(route) };
    this.#lines.set(handler, line);
    return line;
  }

  /**
   * What whoever is not known does and reads is counted; where a secret is guessed at, there. Refuses `unknown_office` before
   * anything is read or written in an office that was never founded.
   */
  async #admitStranger(request: FastifyRequest & SignedInRequest, route: string): Promise<boolean> {
    if (route.startsWith('GET ')) {
      if (!WATCHED.has(route)) counted(request, await this.strangers.read(request.ip, costOf(route)));
    } else if (!GUESSED.has(route)) counted(request, await this.strangers.admit(request.ip));
    if (route.includes('/:office') && !(await this.runtime.offices.has(addressOf(request).office)))
      throw unknownOffice();
    return this.#name(request, addressOf(request).office, APPLICANT);
  }

  #enter(
    signedIn: SignedIn,
    state: Office,
    access: Exclude<Access, 'public'>,
    route: string,
    request: FastifyRequest,
  ): void {
    const { personId, secondFactor, token } = signedIn;
    if (token) requireScope(token.scopes, access, route);
    requireNothingFirst(signedIn, route);
    if (this.strictLeaders && !secondFactor && !ENROLMENT.has(route) && hasRole(state, personId, ...LEADERS))
      throw secondFactorRequired();
    if (access === 'signed-in') return;
    const roles = rolesFor(access);
    const giver = 'act' in access ? this.#giver(state, personId, access.act, request) : undefined;
    if (!hasRole(state, giver ?? personId, ...roles)) throw notOpenToRole({ who: roles.join(', ') });
  }

  /**
   * Under a delegation its giver's rights count (R27). One that nobody gave them opens no door to an official; whether it
   * covers what the act is on, the act itself looks at.
   */
  #giver(state: Office, personId: string, act: string, { headers }: FastifyRequest): string | undefined {
    const delegation = delegationIn(headers);
    if (delegation === undefined) return undefined;
    if (!hasRole(state, personId, ...OFFICIALS)) throw notOpenToRole({ who: OFFICIALS.join(', ') });
    return delegationFor(state, delegation, personId, this.runtime.clock.now(), act).from;
  }

  /** An office above may look on, and no more. */
  async #lookOn(signedIn: SignedIn, overseen: string, route: string): Promise<void> {
    requireNothingFirst(signedIn, route);
    const { office, personId, token } = signedIn;
    if (token && !token.scopes.includes('read')) throw tokenScope({ needed: 'read' });
    const { organisation } = this.runtime;
    const [theirs, own] = await Promise.all([organisation.current(overseen), organisation.current(office)]);
    if (!OVERSEEN.has(route) || !mayLookOn(theirs, office, own, personId))
      throw notOpenToRole({ who: 'đơn vị này, cấp trên được theo dõi · this office, those who may look on' });
  }
}

function letIn(request: SignedInRequest, signedIn: SignedIn): void {
  request.signedIn = signedIn;
  letInBy(signedIn.token?.id ?? signedIn.sessionId);
}

/** Refuses what waits until a first password is changed, or a factor that was removed enrolled anew. */
function requireNothingFirst({ passwordToChange: mustChange, factorToEnrol }: SignedIn, route: string): void {
  if (ENROLMENT.has(route)) return;
  if (mustChange) throw passwordToChange();
  if (factorToEnrol) throw secondFactorToEnrol();
}

function requireScope(scopes: readonly string[], access: Exclude<Access, 'public'>, route: string): void {
  const needed =
    typeof access === 'object' && 'act' in access ? access.act : route.startsWith('GET ') ? 'read' : '-';
  // Also one that was issued before this was so.
  if (!scopes.includes(needed) || RESERVED_TO_PEOPLE.has(needed)) throw tokenScope({ needed });
}
