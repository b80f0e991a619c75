import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
  isEmail,
} from 'class-validator';
import {
  DAY_LENGTH,
  FIRST_DAY,
  INSTANT_LENGTH,
  LONGEST_CODE,
  LAST_DAY,
  MOST_DONG,
  PLAIN,
  UUID_LENGTH,
  isDayWithin,
  isInstantText,
  isInstantWithin,
} from './limits.js';

// One decorator a field: its validation and its OpenAPI schema in the same place.

const UUID = { type: 'string', format: 'uuid', maxLength: UUID_LENGTH };

interface Shape {
  description: string;
  optional?: boolean;
}

const IsWithin = (holds: (value: string) => boolean, message: string) =>
  ValidateBy({
    name: 'isWithin',
    validator: {
      validate: (value) => typeof value === 'string' && holds(value),
      defaultMessage: () => `$property must be ${message}`,
    },
  });

const presence = ({ optional }: Shape) => (optional ? [IsOptional()] : []);
const property = (shape: Shape, schema: object) =>
  shape.optional
    ? ApiPropertyOptional({ description: shape.description, ...schema })
    : ApiProperty({ description: shape.description, ...schema });

/** An e-mail address. Of what no text can hold nothing is asked: the library's rule breaks at it. */
export const Email = (shape: Shape) =>
  applyDecorators(
    property(shape, { type: 'string', format: 'email', maxLength: LONGEST_CODE }),
    MaxLength(LONGEST_CODE),
    IsWithin((text) => text.length <= LONGEST_CODE && text.isWellFormed() && isEmail(text), 'an email'),
    ...presence(shape),
  );

/** A text of `min` to `max` characters without control characters. */
export const Text = (shape: Shape & { min?: number; max: number }) =>
  applyDecorators(
    property(shape, {
      type: 'string',
      minLength: shape.min ?? 1,
      maxLength: shape.max,
      pattern: PLAIN.source,
    }),
    IsString(),
    Length(shape.min ?? 1, shape.max),
    Matches(PLAIN, {
      message: 'control characters, broken encoding and signs that no font shows are not allowed',
    }),
    ...presence(shape),
  );

/** A whole number of `min` to `max`. */
export const Whole = (shape: Shape & { min: number; max: number }) =>
  applyDecorators(
    property(shape, { type: 'integer', minimum: shape.min, maximum: shape.max }),
    IsInt(),
    Min(shape.min),
    Max(shape.max),
    ...presence(shape),
  );

/** A sum of money in đồng. */
export const Dong = (shape: Shape) => Whole({ ...shape, min: 0, max: MOST_DONG });

/** Points of a score, 0 to `max`, with two decimals at most. */
export const Points = (shape: Shape & { max: number }) =>
  applyDecorators(
    property(shape, { type: 'number', minimum: 0, maximum: shape.max }),
    IsNumber({ maxDecimalPlaces: 2 }),
    Min(0),
    Max(shape.max),
    ...presence(shape),
  );

/** A whole number in a query string, where everything arrives as text. */
export const QueryWhole = (shape: Shape & { min: number; max: number }) =>
  applyDecorators(
    Type(() => Number),
    Whole(shape),
  );

/** A UUID. */
export const Id = (shape: Shape) => applyDecorators(property(shape, UUID), IsUUID(), ...presence(shape));

/** UUIDs, at most `max` of them. */
export const IdList = (shape: Shape & { max: number }) =>
  applyDecorators(
    property(shape, { type: 'array', items: UUID, maxItems: shape.max }),
    IsArray(),
    ArrayMaxSize(shape.max),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
    ...presence(shape),
  );

/** Short texts, at most `max` of them. */
export const TextList = (shape: Shape & { max: number }) =>
  applyDecorators(
    property(shape, {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: 100, pattern: PLAIN.source },
      maxItems: shape.max,
    }),
    IsArray(),
    ArrayMaxSize(shape.max),
    ArrayUnique(),
    IsString({ each: true }),
    Length(1, 100, { each: true }),
    Matches(PLAIN, { each: true }),
    ...presence(shape),
  );

/** One of a closed list. */
export const OneOf = (shape: Shape & { values: readonly string[] }) =>
  applyDecorators(
    property(shape, { type: 'string', enum: shape.values }),
    IsIn(shape.values),
    ...presence(shape),
  );

/** A calendar day, yyyy-MM-dd, between 1900 and 2199. */
export const DayField = (shape: Shape) =>
  applyDecorators(
    property(shape, { type: 'string', format: 'date', maxLength: DAY_LENGTH }),
    IsWithin((value) => isDayWithin(value), `a day, yyyy-MM-dd, from ${FIRST_DAY} to ${LAST_DAY}`),
    ...presence(shape),
  );

/** An instant, ISO 8601 with offset, between 1900 and 2199. */
export const InstantField = (shape: Shape) =>
  applyDecorators(
    property(shape, { type: 'string', format: 'date-time', maxLength: INSTANT_LENGTH }),
    IsWithin(isInstantText, 'an instant with its offset, for example 2025-01-02T08:00:00+07:00'),
    IsWithin((value) => isInstantWithin(new Date(value)), `from ${FIRST_DAY} to ${LAST_DAY}`),
    ...presence(shape),
  );

/** The SHA-256 of a file, in hexadecimal. */
export const FileHash = (shape: Shape) =>
  applyDecorators(
    property(shape, { type: 'string', pattern: '^[0-9a-f]{64}$', maxLength: 64 }),
    Matches(/^[0-9a-f]{64}$/),
    ...presence(shape),
  );

/** A text of a fixed form. */
export const Coded = (shape: Shape & { pattern: RegExp; max: number }) =>
  applyDecorators(
    property(shape, { type: 'string', pattern: shape.pattern.source, maxLength: shape.max }),
    MaxLength(shape.max),
    Matches(shape.pattern),
    ...presence(shape),
  );

/** An object of one class; `ValidateNested` alone takes a list for one, also an empty one. */
export const PartOf = (shape: Shape & { of: () => new () => object }) =>
  applyDecorators(
    property(shape, { type: shape.of() }),
    IsObject(),
    ValidateNested(),
    Type(shape.of),
    ...presence(shape),
  );

/** Objects of one class, at most `max` of them. */
export const ListOf = (shape: Shape & { max: number; of: () => new () => object }) =>
  applyDecorators(
    property(shape, { type: [shape.of()], maxItems: shape.max }),
    IsArray(),
    ArrayMaxSize(shape.max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(shape.of),
    ...presence(shape),
  );
