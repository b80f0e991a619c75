import { invalidInput } from '#kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parse, type ParsedUrlQuery } from 'node:querystring';
import { routeOf } from '../policy.js';
import { validation } from '../validation.js';
import { FORM_ROUTES } from './portal.routes.js';
import type { Type } from '@nestjs/common';

/** Under this name a form sends the key that it was given when it was shown: it can send no headers (R35). */
export const KEY_FIELD = 'key';

/** The fields of a form as they were typed. */
export type Fields = Readonly<Record<string, string | undefined>>;

/**
 * Reads forms on the citizens' pages and nowhere else, so that no page elsewhere can send one to the API; bytes are counted
 * as they come, values before anything is made of them, as for every body.
 */
export function readForms(server: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  server.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, body, done) => {
      if (!FORM_ROUTES.has(routeOf(request.method, request.routeOptions.url ?? '')))
        return done(invalidInput({ errors: [{ field: 'body', message: 'application/json' }] }));
      const fields = parse(body, '&', '=', { maxKeys: 0 });
      nameAct(request, fields);
      done(null, fieldsOf(fields));
    },
  );
}

function nameAct(request: FastifyRequest, fields: ParsedUrlQuery): void {
  const { [KEY_FIELD]: key } = fields;
  delete fields[KEY_FIELD];
  if (key !== undefined && request.headers['idempotency-key'] === undefined)
    request.headers['idempotency-key'] = String(key);
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
