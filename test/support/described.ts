import type { OpenAPIObject } from '@nestjs/swagger';
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Answered } from './client.js';

interface Said {
  $ref?: string;
  content?: Record<string, { schema?: object }>;
}
interface Operation {
  operationId: string;
  responses: Record<string, Said>;
}
interface Place {
  path: string;
  method: string;
  operation: Operation;
  address: RegExp;
}

/** An API's description, against which its answers are held: neither more nor less than it says. */
export class Described {
  readonly places: Place[];
  /** Operations of which an answer was seen, and whose refusals alone. */
  readonly answered = new Set<string>();
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(private readonly document: OpenAPIObject) {
    addFormats.default(this.#ajv);
    this.#ajv.addSchema({ $id: 'api', components: closed(document.components) as object });
    this.places = Object.entries(document.paths)
      .flatMap(([path, item]) =>
        Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
          path,
          method: method.toUpperCase(),
          operation,
          address: addressOf(path),
        })),
      )
      .sort((a, b) => parametersIn(a.path) - parametersIn(b.path));
  }

  /** What an answer has that its operation does not say; undefined where all is as described. */
  mismatch({ method, path, status, type, body }: Answered): string | undefined {
    const [address = ''] = path.split('?');
    const place = this.places.find((one) => one.method === method && one.address.test(address));
    if (!place) return undefined; // a page, or what is nowhere
    const { operation } = place;
    const response = this.#resolved(operation.responses[status]);
    if (!response) return `${method} ${place.path}: ${status} is not described`;
    if (status < 300) this.answered.add(operation.operationId);
    const [media = ''] = type.split(';');
    if (status === 204 || status === 303) return undefined;
    const schema = response.content?.[media]?.schema;
    if (!schema) return `${method} ${place.path}: ${status} is said to be no ${media}`;
    if (!media.includes('json') || media.includes('ndjson')) return undefined;
    const validate = this.#validatorOf(`${operation.operationId} ${status}`, schema);
    if (validate(body)) return undefined;
    const errors = validate.errors?.map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
    return `${method} ${place.path} ${status}: ${errors?.slice(0, 4).join('; ')}`;
  }

  #resolved(said: Said | undefined): Said | undefined {
    const name = said?.$ref?.split('/').at(-1);
    return name === undefined ? said : this.document.components?.responses?.[name];
  }

  #validatorOf(key: string, schema: object): ValidateFunction {
    const known = this.#validators.get(key) ?? this.#ajv.compile(closed(schema) as object);
    this.#validators.set(key, known);
    return known;
  }
}

const addressOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replaceAll('.', '\\.')
      .replace('{path}', '.+')
      .replaceAll(/\{\w+\}/g, '[^/]+')}$`,
  );
const parametersIn = (path: string): number => path.split('{').length;

/** The same schemas, with no room for what they do not name. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const inner = Object.fromEntries(
    Object.entries(part).map(([name, one]) => [
      name,
      name === '$ref' && typeof one === 'string' ? one.replace(/^#/, 'api#') : closed(one),
    ]),
  );
  return inner.type === 'object' && 'properties' in inner && !('additionalProperties' in inner)
    ? { ...inner, additionalProperties: false }
    : inner;
}
