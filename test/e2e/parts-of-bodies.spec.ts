import type { OpenAPIObject } from '@nestjs/swagger';
import type { Problem } from '../support/answers.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Schema {
  $ref?: string;
  type?: string;
  items?: Schema;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
}

let office: RunningOffice;
let people: Client[];
let document: OpenAPIObject;
beforeAll(async () => {
  office = await runningOffice();
  const names = ['chairman', 'head-of-office', 'desk', 'admin', 'justice', 'oversight'];
  people = [client(office.url), ...(await Promise.all(names.map((name) => office.as(name))))];
  document = (await client(office.url).get<OpenAPIObject>('/api/openapi.json')).body;
});
afterAll(() => office.close());

const resolved = (schema: Schema | undefined): Schema => {
  const { $ref, allOf } = schema ?? {};
  if (allOf) return resolved(allOf[0]);
  if ($ref === undefined) return schema ?? {};
  const schemas = document.components?.schemas as Record<string, Schema>;
  return schemas[$ref.split('/').at(-1) ?? ''] ?? {};
};

interface Place {
  path: string;
  field: string;
  isList: boolean;
  ofObjects: boolean;
}

/** Every field of every body that is a list or an object of its own. */
function places(): Place[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(
      item as Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>,
    ).flatMap(([method, { requestBody }]) =>
      Object.entries(resolved(requestBody?.content['application/json']?.schema).properties ?? {}).flatMap(
        ([field, schema]) => {
          const { type, items } = resolved(schema);
          if (method !== 'post' || (type !== 'array' && type !== 'object')) return [];
          const ofObjects = type === 'object' || resolved(items).type === 'object';
          return [{ path, field, isList: type === 'array', ofObjects }];
        },
      ),
    ),
  );
}

const ID = '0199c2a8-0000-7000-8000-000000000000';
const addressOf = (path: string) =>
  path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    name === 'office' ? 'thieu-van' : name === 'year' ? '2025' : ID,
  );

/** What the first person says who may come there at all. */
async function refusalOf({ path, field }: Place, value: unknown) {
  for (const person of people) {
    const { status, body } = await person.post<Problem & { errors?: { field: string }[] }>(addressOf(path), {
      [field]: value,
    });
    if (status !== 401 && status !== 403)
      return { status, fields: (body.errors ?? []).map((one) => one.field) };
  }
  return { status: 0, fields: [] };
}

it('F18: nothing stands where a list, its items or an object should: 400, naming the field', async () => {
  const all = places();
  expect(all.length).toBeGreaterThan(20);
  const wrong: string[] = [];
  for (const place of all) {
    const values = place.isList
      ? [[null], [[]], 'x', { 0: 'x' }, ...(place.ofObjects ? [['x'], [[{}]]] : [[{}]])]
      : [[], [null], 'x', 5];
    for (const value of values) {
      const { status, fields } = await refusalOf(place, value);
      const isNamed = fields.some(
        (field) => field.split('.').includes(place.field) || field.includes(place.field),
      );
      if (status !== 400 || !isNamed)
        wrong.push(`${status} ${place.path} ${place.field} ${JSON.stringify(value)} ${fields.join()}`);
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);
