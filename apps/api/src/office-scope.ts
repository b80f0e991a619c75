import { inOffice, refusal, unauthenticated } from '#kernel';
import { OFFICE_NAME } from '#organisation';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { credentialOf, type Credential } from './credential.js';
import { accessTo, routeOf } from './policy.js';

export const officeMismatch = refusal(
  'office_mismatch',
  400,
  {
    vi: 'Tiêu đề "Office" ghi khác với đơn vị của yêu cầu',
    en: 'The header "Office" names another office than the request does',
  },
  {
    vi: 'Yêu cầu này dành cho đơn vị "{office}": bỏ tiêu đề "Office", hoặc ghi đúng tên ấy.',
    en: 'This request is for the office "{office}": leave the header "Office" out, or let it name that one.',
  },
);

export const unknownOffice = refusal(
  'unknown_office',
  404,
  { vi: 'Không có đơn vị này', en: 'There is no such office' },
  {
    vi: 'Kiểm tra lại tên đơn vị trong đường dẫn.',
    en: 'Check the name of the office in the address.',
  },
);

/** What is found out of a request once, on its first step. */
interface Addressed {
  /** Undefined on what is open to everybody: there nobody is asked who they are. */
  credential: Credential | undefined;
  /** The office whose data it is for. */
  office: string;
}

const ADDRESSED = Symbol('addressed');

export const addressOf = (request: FastifyRequest): Addressed =>
  (request as FastifyRequest & { [ADDRESSED]: Addressed })[ADDRESSED];

/**
 * Every request works in one office from its first step on: the database shows it nothing else. What is open to everybody
 * is for the office in its path, else the house's own; all else for the one of its token, or the one it looks on by the
 * header `Office`, which is the guard's to allow. Refuses `office_mismatch` where the header says otherwise, and
 * `unauthenticated` whoever does not say who they are, before a word of what they send is read.
 */
export function scopeToOffice(adapter: FastifyAdapter, own: string): void {
  const server = adapter.getInstance();
  server.decorateRequest(ADDRESSED as never, null as never);
  server.addHook('onRoute', (route) => {
    const isOpen = [route.method].flat().some((method) => accessTo(routeOf(method, route.url)) === 'public');
    const address = isOpen ? addressOfOpen : addressOfSignedIn;
    const enter = (request: FastifyRequest, _reply: unknown, done: (refused?: Error) => void) => {
      const addressed = address(request, own);
      if (addressed instanceof Error) return done(addressed);
      Object.assign(request, { [ADDRESSED]: addressed });
      inOffice(addressed.office, done);
    };
    route.onRequest = [enter, ...[route.onRequest ?? []].flat()];
  });
}

function addressOfOpen({ params, headers }: FastifyRequest, own: string): Addressed | Error {
  const { office = own } = params as { office?: string };
  if (!OFFICE_NAME.test(office)) return unknownOffice();
  return agreed(headers.office, office) ? { credential: undefined, office } : officeMismatch({ office });
}

function addressOfSignedIn(request: FastifyRequest): Addressed | Error {
  const credential = credentialOf(request);
  if (!credential) return unauthenticated();
  const { office } = request.headers;
  if (office === undefined) return { credential, office: credential.office };
  return typeof office === 'string' && OFFICE_NAME.test(office)
    ? { credential, office }
    : officeMismatch({ office: credential.office });
}

const agreed = (header: string | string[] | undefined, office: string): boolean =>
  header === undefined || header === office;
