import { DayField, Text, dayOf, invalidInput, type Day } from '#kernel';
import type { ActContext } from '#organisation';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsObject } from 'class-validator';
import { publishProcedure, type Catalogue, type CatalogueEvent } from './procedure.js';
import { readProcedure } from './read-procedures.js';

const MOST_PROCEDURES = 2_000;

/** Publishes procedures (công bố thủ tục), each as a version from a day on. */
export class PublishProcedures {
  @ApiProperty({ description: 'Các thủ tục · procedures', type: [Object], maxItems: MOST_PROCEDURES })
  @IsArray()
  @ArrayMaxSize(MOST_PROCEDURES)
  @IsObject({ each: true })
  procedures!: unknown[];

  @DayField({ description: 'Hiệu lực từ ngày · in force from, today if absent', optional: true })
  from?: Day;

  @Text({ description: 'Quyết định công bố · the document', min: 3, max: 200 })
  document!: string;
}

/** Publishes all of them or none; refuses `invalid_input` with what is wrong in each. */
export function publishProcedures(
  state: Catalogue,
  { procedures, from, document }: PublishProcedures,
  { now }: ActContext,
): CatalogueEvent[] {
  const read = procedures.map((given, index) => readProcedure(given, index));
  const errors = read.flatMap((one) => ('error' in one ? [one.error] : []));
  if (errors.length > 0) throw invalidInput({ errors });
  return read.flatMap((one) =>
    'procedure' in one ? publishProcedure(state, one.procedure, from ?? dayOf(now), document) : [],
  );
}

/** Ends a procedure from a day on (bãi bỏ thủ tục). */
export class RepealProcedure {
  @DayField({ description: 'Hết hiệu lực từ ngày · ends on' })
  from!: Day;

  @Text({ description: 'Quyết định bãi bỏ · the document', min: 3, max: 200 })
  document!: string;
}
