import type { Operation, Parameter, Schema } from './operations.js';

/** What a browser sends a form as. */
export const FORM_MEDIA = 'application/x-www-form-urlencoded';

const text: Schema = { type: 'string', maxLength: 300 };
const office: Parameter = { name: 'office', in: 'path', required: true, schema: { enum: ['thieu-van'] } };
const FORM: Parameter = {
  name: 'Sec-Fetch-Site',
  in: 'header',
  required: true,
  schema: { enum: ['same-origin', 'same-origin', 'same-origin', 'none', 'cross-site'] },
};
const LANGUAGE: Parameter = { name: 'lang', in: 'query', schema: { enum: ['vi', 'en'] } };

const HELD = ['code', 'secret'];
const PERSON = ['name', 'phone', 'email', 'address', 'identityNumber'];

/** The citizens' pages: their addresses, and the fields of their forms. The API's description does not tell them. */
const PAGES: Record<string, readonly string[]> = {
  'GET /public/{office}': [],
  'GET /public/{office}/ho-so': [],
  'POST /public/{office}/ho-so': HELD,
  'POST /public/{office}/ho-so/danh-gia': [...HELD, 'score', 'comment', 'key'],
  'GET /public/{office}/ho-so/da-danh-gia': [],
  'POST /public/{office}/ho-so/kenh-thong-bao': [...HELD, 'tell-sms', 'tell-zalo', 'key'],
  'GET /public/{office}/ho-so/da-chon-kenh': [],
  'GET /public/{office}/thu-tuc': [],
  'GET /public/{office}/thu-tuc/{procedureCode}': [],
  'GET /public/{office}/thu-tuc/{procedureCode}/nop': [],
  'POST /public/{office}/thu-tuc/{procedureCode}/nop': [...PERSON, 'bornOn', 'tell-email', 'key'],
  'GET /public/{office}/ke-hoach': [],
  'GET /public/{office}/ket-qua': [],
  'GET /public/{office}/xin-loi': [],
  'GET /public/{office}/tra-loi': [],
  'GET /public/{office}/phan-anh': [],
  'POST /public/{office}/phan-anh': ['text', 'kind', 'about', 'name', 'phone', 'email', 'key'],
  'GET /public/{office}/phan-anh/tra-cuu': [],
  'POST /public/{office}/phan-anh/tra-cuu': HELD,
  'POST /public/{office}/phan-anh/mo-lai': [...HELD, 'text', 'key'],
  'GET /public/{office}/bien-nhan': [],
  'GET /ledger/{office}/subjects/{subject}': [],
  'GET /app/{name}': [],
  'GET /app/assets/{name}': [],
};

const required = (name: string, where: Parameter['in']): Parameter => ({
  name,
  in: where,
  required: true,
  schema: text,
});

/** The same as routes, asked for as a browser asks. */
export const pages: readonly Operation[] = Object.entries(PAGES).map(([route, fields]) => {
  const [method = '', path = ''] = route.split(' ');
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) =>
    name === 'office' ? [office] : [required(name, 'path')],
  );
  const receipt = path.endsWith('bien-nhan') ? [required('phieu', 'query')] : [];
  const form = method === 'POST' ? [FORM] : [];
  return {
    route: `page ${route}`,
    method,
    path,
    isPage: true,
    parameters: [...inPath, ...receipt, ...form, LANGUAGE],
    ...(method === 'POST' ? { body: { media: FORM_MEDIA, schema: schemaOf(fields) } } : {}),
  };
});

function schemaOf(fields: readonly string[]): Schema {
  const uuid: Schema = { type: 'string', format: 'uuid' };
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((name) => [name, name === 'key' ? uuid : text])),
    required: fields.filter((name) => name !== 'key'),
  };
}
