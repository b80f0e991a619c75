import { HttpStatus, RequestMethod, applyDecorators } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { ApiBody, ApiConsumes, ApiExtension, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { Of, Shape } from './shape.js';

/** Where the API's description keeps what an operation answers with beside JSON, until it is put together. */
export const ALSO_AS = 'x-also-as';

/** A handler may hand out what nobody is to change. */
type Told<T> = T extends readonly (infer I)[]
  ? readonly Told<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Told<T[K]> }
    : T;
interface Handler<T> {
  value?: (...args: never[]) => T | Promise<T>;
}

/** What a route answers when all went well; it stands above the route, and holds the handler to the shape. */
export const Answers =
  <S extends Shape>(shape: S) =>
  (target: object, key: string, handler: Handler<Told<Of<S>>>): void =>
    described(target, key, handler, { standardSchema: shape });

/** The same of one thing, whose version it says in `ETag`. */
export const AnswersVersioned =
  <S extends Shape>(shape: S) =>
  (target: object, key: string, handler: Handler<Told<Of<S>>>): void =>
    described(target, key, handler, {
      standardSchema: shape,
      headers: { ETag: { $ref: '#/components/headers/ETag' } },
    });

/** The same, or as CSV where that is asked for: a text then. */
export const AnswersOrCsv =
  <S extends Shape>(shape: S) =>
  (target: object, key: string, handler: Handler<Told<Of<S>> | string>): void => {
    described(target, key, handler, { standardSchema: shape });
    ApiExtension(ALSO_AS, contentOf(['text/csv']))(target, key, handler);
  };

/** The media types that a route sends which answers no JSON, and what it sends. */
export const Sends =
  (description: string, ...types: readonly string[]): MethodDecorator =>
  (target, key, handler) =>
    described(target, key, handler, { description, content: contentOf(types) });

/** A stream of server-sent events, and what the data of one of them may be. */
export const SendsEvents =
  (description: string, shape: Shape): MethodDecorator =>
  (target, key, handler) => {
    ApiProduces('text/event-stream')(target, key, handler);
    described(target, key, handler, { description, standardSchema: shape });
  };

/** The media type of a body that is no JSON of a class, and what it is. */
export const Takes = (description: string, type: string): MethodDecorator =>
  applyDecorators(
    ApiConsumes(type),
    ApiBody({ description, schema: { type: 'string', format: 'binary', maxLength: MOST_SENT } }),
  );

/** Where a route sends on to. */
export const SendsOn =
  (description: string): MethodDecorator =>
  (target, key, handler) => {
    ApiResponse({ status: HttpStatus.SEE_OTHER, description })(target, key, handler);
  };

const MOST_SENT = 50_000_000;
const contentOf = (types: readonly string[]) =>
  Object.fromEntries(
    types.map((type) => [type, { schema: { type: 'string', format: 'binary', maxLength: MOST_SENT } }]),
  );

function described(target: object, key: string | symbol, handler: PropertyDescriptor, answer: object): void {
  ApiResponse({ description: 'Được · done', ...answer, status: statusOf(handler.value as object) })(
    target,
    key,
    handler,
  );
}

function statusOf(handler: object): number {
  const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
  const status: unknown = Reflect.getMetadata(HTTP_CODE_METADATA, handler);
  if (method === undefined) throw new Error('what a route answers is said above the route');
  if (typeof status === 'number') return status;
  return method === RequestMethod.POST ? HttpStatus.CREATED : HttpStatus.OK;
}
