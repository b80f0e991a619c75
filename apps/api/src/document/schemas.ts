import { is } from '#kernel';
import type { OpenAPIObject } from '@nestjs/swagger';
import { toJsonSchema } from '@valibot/to-json-schema';
import { isArray, isObject } from 'class-validator';

/** A shape as the description has it: those with a name stand among its components. */
export function inDocument(shape: unknown) {
  if (!isShape(shape)) return undefined;
  const {
    $schema: _version,
    $defs,
    ...schema
  } = toJsonSchema(shape, {
    target: 'draft-2020-12',
    typeMode: 'output',
    errorMode: 'ignore', // a pattern's flags have no place there
    definitions: is.NAMED,
  });
  return { schema, components: { ...$defs } };
}

const isShape = (value: unknown): value is is.Shape =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

const LARGEST_INT32 = 2_147_483_647;

/** Says of every whole number how many bits hold it; what libraries leave open. */
export function boundedParts(document: OpenAPIObject): OpenAPIObject {
  return within(document) as OpenAPIObject;
}

function within(part: unknown): unknown {
  if (isArray(part)) return part.map(within);
  if (!isObject(part)) return part;
  const inner = Object.fromEntries(Object.entries(part).map(([name, one]) => [name, within(one)]));
  if (inner.type !== 'integer') return inner;
  const { maximum } = inner;
  return { format: typeof maximum === 'number' && maximum <= LARGEST_INT32 ? 'int32' : 'int64', ...inner };
}
