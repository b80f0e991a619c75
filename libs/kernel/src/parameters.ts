import { Param, ParseUUIDPipe, type PipeTransform } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import { notFound } from './common-refusals.js';
import { UUID_LENGTH } from './limits.js';

// A parameter is described where it is read.

type Enhancer = (target: object, key: string | symbol | undefined, index: number) => void;

const onHandler =
  (decorator: MethodDecorator): Enhancer =>
  (target, key) => {
    const handler = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && handler) decorator(target, key, handler);
  };

/** For a parameter that reads a header: says so in the API's description. */
export const readsHeader = (name: string, description: string, schema: object): Enhancer =>
  onHandler(ApiHeader({ name, description, required: false, schema: { type: 'string', ...schema } }));

/** A part of the path, of a fixed form. */
export const pathParam =
  (name: string, description: string, schema: object, ...pipes: PipeTransform[]) =>
  (target: object, key: string | symbol | undefined, index: number): void => {
    Param(name, ...pipes)(target, key, index);
    onHandler(ApiParam({ name, description, schema: { type: 'string', ...schema } }))(target, key, index);
  };

/** A UUID in the path; anything else is a path that is not there (`not_found`). */
export const PathId = (name = 'id') =>
  pathParam(
    name,
    'Mã · id',
    { format: 'uuid', maxLength: UUID_LENGTH },
    new ParseUUIDPipe({ exceptionFactory: () => notFound() }),
  );

const YEARS = { minimum: 2000, maximum: 2100 };

/** A year in the path; one that no plan, report or evaluation is of is a path that is not there (`not_found`). */
export const PathYear = () =>
  pathParam(
    'year',
    'Năm · year',
    { type: 'integer', ...YEARS },
    {
      transform(text: string): number {
        const year = /^\d{4}$/.test(text) ? Number(text) : 0;
        if (year < YEARS.minimum || year > YEARS.maximum) throw notFound();
        return year;
      },
    },
  );
