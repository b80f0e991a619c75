import { PAGES } from '#capability';
import { invalidInput } from '#kernel';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { bodyLimitOf, routeOf } from '../policy.js';
import { readForms } from '../portal/forms.js';
import { awaitedTexts } from './awaited-texts.js';
import { holdsAtMost, textHoldsAtMost } from './holds-at-most.js';
import { isTaken, typeRefused } from './media-types.js';

const MOST_IN_A_QUERY = 100;
/** What parsing takes no time to speak of for, bytes. */
const LONG = 16_384;
/** A signature is over the very bytes that came: they are kept on this one route. */
const SIGNED = 'POST /public/:office/payments';

type Hook = (request: FastifyRequest, reply: unknown, done: (refused?: Error) => void) => void;
type Signed = FastifyRequest & { signedBytes: Buffer | null };

/**
 * Before anything is made of it, what comes is held against its route's limit: bytes while they are read, then levels and
 * values. Bodies are JSON, bytes or plain text; forms are read on the citizens' pages alone, so that no page elsewhere can
 * send one to the API.
 */
export function limitBodies(adapter: FastifyAdapter): void {
  const server = adapter.getInstance();
  const awaited = awaitedTexts(server);
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.decorateRequest('signedBytes', null as never);
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const signed = request as Signed;
    if (signed.signedBytes) signed.signedBytes = Buffer.from(body);
    if (body.length > LONG) {
      const { values } = bodyLimitOf(routeOf(request.method, request.routeOptions.url ?? ''));
      if (!textHoldsAtMost(body as Buffer, values)) return done(tooMuch('body', values));
    }
    void parseJson(request, body.toString(), done);
  });
  readForms(server);
  server.addHook('onRoute', (route) => {
    const limits = [route.method].flat().map((method) => bodyLimitOf(routeOf(method, route.url)));
    route.bodyLimit = Math.max(...limits.map(({ bytes }) => bytes));
    const values = Math.max(...limits.map((limit) => limit.values));
    if (limits.every(({ bytes }) => bytes <= PAGES.bytes) && ![route.method].flat().includes('GET')) {
      route.preParsing = [awaited.begins, ...[route.preParsing ?? []].flat()];
      route.preValidation = [awaited.hasCome, ...[route.preValidation ?? []].flat()];
    }
    route.preValidation = [refuseOtherTypes, refuseMoreThan(values), ...[route.preValidation ?? []].flat()];
    if ([route.method].flat().some((method) => routeOf(method, route.url) === SIGNED))
      route.onRequest = [keepBytes, ...[route.onRequest ?? []].flat()];
  });
}

const keepBytes: Hook = (request, _reply, done) => {
  (request as Signed).signedBytes = Buffer.alloc(0);
  done();
};

/** Bytes and plain text can be read on any route, and are taken on few. */
const refuseOtherTypes: Hook = ({ body, headers, method, routeOptions }, _reply, done) => {
  const route = routeOf(method, routeOptions.url ?? '');
  const isOther = body !== undefined && body !== null && !isTaken(route, headers['content-type']);
  done(isOther ? typeRefused(route) : undefined);
};

const refuseMoreThan =
  (values: number): Hook =>
  ({ body, query }, _reply, done) => {
    if (!holdsAtMost(query, MOST_IN_A_QUERY)) return done(tooMuch('query', MOST_IN_A_QUERY));
    const isJson = typeof body === 'object' && body !== null && !Buffer.isBuffer(body);
    done(isJson && !holdsAtMost(body, values) ? tooMuch('body', values) : undefined);
  };

const tooMuch = (field: string, most: number): Error =>
  invalidInput({
    errors: [
      {
        field,
        message: `nhiều quá ${most} giá trị, hoặc lồng nhau quá sâu · more than ${most} values, or nested too deeply`,
      },
    ],
  });
