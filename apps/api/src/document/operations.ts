import type { OpenAPIObject } from '@nestjs/swagger';
import type { Access } from '#capability';
import { ALSO_AS, READ_MODEL } from '#kernel';
import { OFFICE_NAME } from '#organisation';
import { OVERSEEN, accessTo, costOf, rolesFor } from '../policy.js';
import { commonHeaders, header } from './responses.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
type Responses = Operation['responses'];
type Parameter = Extract<NonNullable<Operation['parameters']>[number], { name: string }>;

const METHODS = ['get', 'post', 'delete'] as const;

/** Every operation with who may come, what its headers say and how it refuses: all from the tables that the service goes by. */
export const completed = (paths: OpenAPIObject['paths']): OpenAPIObject['paths'] =>
  Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, withParts(path, item)]));

function withParts(path: string, item: PathItem): PathItem {
  const parts = METHODS.flatMap((method) => {
    const operation = item[method];
    return operation ? [[method, operationOf(routeAt(method, path), operation)] as const] : [];
  });
  return { ...item, ...Object.fromEntries(parts) };
}

/** A route as the tables name it. */
const routeAt = (method: string, path: string): string =>
  `${method.toUpperCase()} ${path.replace('{path}', '*').replaceAll(/\{(\w+)\}/g, ':$1')}`;

function operationOf(route: string, operation: Operation): Operation {
  const access = accessTo(route);
  if (access === undefined) throw new Error(`described, but open to nobody: ${route}`);
  const { [ALSO_AS]: alsoAs, ...rest } = operation as Operation & { [ALSO_AS]?: object };
  return {
    ...rest,
    description: [operation.description, whoMayCome(access), priceOf(route)].filter(Boolean).join('\n\n'),
    parameters: parametersOf(route, operation),
    responses: { ...said(rest, alsoAs), ...refusalsOf(route, access, operation) },
    security: access === 'public' ? (operation.security ?? [{}]) : [{ session: [] }, { bearer: [] }],
  };
}

function whoMayCome(access: Access): string {
  if (access === 'public') return 'Mở cho mọi người · open to everybody';
  if (access === 'signed-in') return 'Mọi tài khoản · everybody who is signed in';
  const act = 'act' in access ? ` (${access.act})` : '';
  return `Dành cho · for: ${rolesFor(access).join(', ')}${act}`;
}

function priceOf(route: string): string | undefined {
  const cost = costOf(route);
  return cost > 1 ? `Tính như ${cost} yêu cầu · counts as ${cost} requests` : undefined;
}

const languageAsked: Parameter = {
  name: 'Accept-Language',
  in: 'header',
  description: 'vi (mặc định · default), en',
  required: false,
  schema: { type: 'string', pattern: '^[A-Za-z0-9,;=.* -]*$', maxLength: 200 },
};
const officeAsked: Parameter = {
  name: 'Office',
  in: 'header',
  description: 'Đơn vị được theo dõi, khi khác đơn vị mình · the office looked on, where not one’s own',
  required: false,
  schema: { type: 'string', pattern: OFFICE_NAME.source, maxLength: 61 },
};
/** What tells one act from its repetition, and which version it is about, is nothing to a read. */
const OF_ACTS = ['Idempotency-Key', 'If-Match'];

function parametersOf(route: string, { parameters = [] }: Operation): Parameter[] {
  const given = parameters.filter((one): one is Parameter => 'name' in one);
  const own = given.filter(
    ({ name }) =>
      name.toLowerCase() !== 'accept-language' && !(route.startsWith('GET ') && OF_ACTS.includes(name)),
  );
  return [...own, languageAsked, ...(OVERSEEN.has(route) ? [officeAsked] : [])];
}

const incomplete = { Incomplete: header('Incomplete') };

const said = ({ responses, ...operation }: Operation, alsoAs: object | undefined): Responses =>
  Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      !response || '$ref' in response
        ? response
        : {
            ...response,
            description: response.description || 'Được · done',
            headers: {
              ...commonHeaders,
              ...(READ_MODEL in operation ? incomplete : {}),
              ...response.headers,
            },
            ...(response.content ? { content: { ...response.content, ...alsoAs } } : {}),
          },
    ]),
  );

function refusalsOf(route: string, access: Access, { requestBody, security }: Operation): Responses {
  const isSigned = security?.some((one) => 'webhook' in one) === true;
  const isAct = typeof access === 'object' && 'act' in access;
  const statuses = [
    ...[400, 429, 500, 503],
    ...(access === 'public' && route.startsWith('GET ') ? [] : [401]),
    ...(access === 'public' && !isSigned ? [] : [403]),
    ...(route.includes(':') || route.startsWith('GET ') || isAct ? [404] : []),
    ...(route.startsWith('GET ') && access === 'public' ? [] : [410]),
    ...(isAct ? [409, 412, 422] : []),
    // What is read of something may be told no more, or not yet.
    ...(route.startsWith('GET ') && route.includes(':') && access !== 'public' ? [409] : []),
    ...(route.startsWith('GET ') ? [] : [415]),
    ...(requestBody === undefined ? [] : [413, ...(isAct ? [] : [409, 422])]),
  ];
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${status}` }]));
}
