import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { parse, type ParsedUrlQuery } from 'node:querystring';
import { typeRefused } from '../limits/media-types.js';
import { routeOf } from '../policy.js';
import { validation } from '../validation.js';
import { readMultipart } from './multipart.js';
import { FORM_ROUTES, UPLOAD_ROUTES } from './portal.routes.js';
import { letGoOfSent, noteSent, whatCameOf } from './sent-files.js';
import type { Type } from '@nestjs/common';

/** Under this name a form sends the key that it was given when it was shown: it can send no headers (R35). */
export const KEY_FIELD = 'key';

/** The fields of a form as they were typed. */
export type Fields = Readonly<Record<string, string | undefined>>;

/**
 * Reads forms on the citizens' pages and nowhere else, so that no page elsewhere can send one to the API; bytes are counted
 * as they come, values before anything is made of them, as for every body.
 */
export function readForms(server: Pick<FastifyInstance, 'addContentTypeParser' | 'addHook'>): void {
  server.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, body, done) => {
      const route = routeOf(request.method, request.routeOptions.url ?? '');
      if (!FORM_ROUTES.has(route)) return done(typeRefused(route));
      done(null, fieldsIn(request, parse(body, '&', '=', { maxKeys: 0 })));
    },
  );
  server.addContentTypeParser(
    'multipart/form-data',
    async (request: FastifyRequest, body: IncomingMessage) => {
      const route = routeOf(request.method, request.routeOptions.url ?? '');
      if (!UPLOAD_ROUTES.has(route)) throw typeRefused(route);
      const { fields, ...sent } = await readMultipart(request.headers, body);
      noteSent(request, sent);
      return { ...fieldsIn(request, Object.fromEntries(fields)), ...whatCameOf(sent) };
    },
  );
  // Not once the answer has gone out: to somebody who has gone away meanwhile it never does.
  server.addHook('onSend', (request, _reply, payload, done) => {
    letGoOfSent(request);
    done(null, payload);
  });
}

/** The fields of a form, without the key that names its act. */
function fieldsIn(request: FastifyRequest, { [KEY_FIELD]: key, ...fields }: ParsedUrlQuery): Fields {
  if (key !== undefined && request.headers['idempotency-key'] === undefined)
    request.headers['idempotency-key'] = String(key);
  return fieldsOf(fields);
}

/** What a form says: a browser sends what is left empty, and lines with CRLF. Of a name that came several times, the last. */
export function fieldsOf(body: unknown): Fields {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value;
      const text = typeof last === 'string' ? last.replaceAll('\r\n', '\n').trim() : '';
      return text === '' ? [] : [[name, text]];
    }),
  );
}

const pipe = validation();

/** What is sent to a command, held against its class as the API does it; refuses `invalid_input`. */
export const read = async <T extends object>(type: Type<T>, given: object): Promise<T> =>
  (await pipe.transform({ ...given }, { type: 'body', metatype: type })) as T;
