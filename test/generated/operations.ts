/** As much of a JSON schema as the API's description says of what it takes. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  enum?: string[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

/** One route of the API as its description tells it. */
export interface Operation {
  /** For example `POST /api/v1/tasks/{id}/returns`. */
  route: string;
  method: string;
  path: string;
  parameters: readonly Parameter[];
  /** One of the citizens' pages: refusals are told on a page. */
  isPage?: boolean;
  body?: { media: string; schema: Schema };
}

interface Described {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** The description that the API gives of itself (OpenAPI 3.1). */
export interface ApiDescription {
  paths: Record<string, Record<string, Described>>;
  components?: { schemas?: Record<string, Schema> };
}

export const operationsOf = ({ paths }: ApiDescription): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([name, { parameters = [], requestBody }]) => {
      const method = name.toUpperCase();
      const [body] = Object.entries(requestBody?.content ?? {});
      return {
        route: `${method} ${path}`,
        method,
        path,
        parameters,
        ...(body ? { body: { media: body[0], schema: body[1].schema } } : {}),
      };
    }),
  );

/** Follows references, and what only adds a description to one. */
export function resolved(schema: Schema, api: ApiDescription): Schema {
  const name = schema.$ref?.split('/').at(-1);
  const target = name === undefined ? schema.allOf?.[0] : api.components?.schemas?.[name];
  return target ? resolved(target, api) : schema;
}
