import { POLICY } from '../../apps/api/src/policy.js';
import { foundAccounts, foundOffice, type OfficeForm } from '../../apps/runtime/src/index.js';
import type { Page, Problem } from '../support/answers.js';
import { apiProcess, type ApiProcess } from '../support/api-process.js';
import { BIRTH, WHO, openDesk } from '../support/desk.js';
import { PASSWORD, client, runningOffice, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

const NEIGHBOUR: OfficeForm = {
  office: 'xa-ben',
  name: 'UBND xã Bên',
  superior: 'UBND tỉnh',
  units: [{ name: 'Văn phòng', kind: 'office', head: 'head' }],
  posts: [
    {
      key: 'head',
      title: 'Chánh Văn phòng',
      kind: 'head-of-office',
      unit: 'Văn phòng',
      above: 'superior',
      person: { username: 'neighbour', name: 'Lê Thị Bên' },
    },
  ],
};
const ELSEWHERE = { office: 'xa-ben' };
const OPEN_DATA = '/public/thieu-van/open-data/dossiers?year=2025';

let office: RunningOffice;
let api: ApiProcess;
const events = async () =>
  Number((await office.database.owner().query<{ n: string }>('select count(*) as n from event')).rows[0]?.n);

beforeAll(async () => {
  office = await runningOffice();
  const people = await foundOffice(office.runtime, NEIGHBOUR);
  await foundAccounts(office.runtime, NEIGHBOUR, people, () => PASSWORD);
  const desk = await openDesk(office);
  expect((await desk.receive()).status).toBe(201);
  await eventually(async () => {
    const { rows } = await office.database.owner().query('select from rm_dossier.dossier');
    return rows.length > 0;
  });
  api = await apiProcess(office.database.url);
});
afterAll(async () => {
  await office.close();
  await api.stop();
});

describe('what a stranger’s header says changes nothing for others', () => {
  it('the open data are what they are', async () => {
    const everybody = client(api.url);
    const strange = await everybody.get<Problem>(OPEN_DATA, ELSEWHERE);
    expect([strange.status, strange.body.code]).toEqual([400, 'office_mismatch']);
    const { items } = (await everybody.get<Page<{ received: number }>>(OPEN_DATA)).body;
    expect(items.map(({ received }) => received)).toEqual([1]);
  });

  it('the catalogue is whole, and the desk receives', async () => {
    const everybody = client(api.url);
    await everybody.get('/public/thieu-van/procedures', ELSEWHERE);
    const { items } = (await everybody.get<Page<object>>('/public/thieu-van/procedures')).body;
    expect(items.length).toBeGreaterThan(0);
    const desk = client(api.url, await office.tokenOf('desk'));
    expect((await desk.post('/api/v1/dossiers', { ...BIRTH, applicant: WHO })).status).toBe(201);
  });

  it('an act is refused before anything of it is written', async () => {
    const before = await events();
    const feedback = { text: 'Đường làng hỏng đã lâu, chưa ai sửa.' };
    const { body } = await client(api.url).post<Problem>('/public/thieu-van/feedback', feedback, ELSEWHERE);
    expect(body.code).toBe('office_mismatch');
    expect(await events()).toBe(before);
  });
});

it('every open route is for the office in its path alone', async () => {
  const open = Object.entries(POLICY).flatMap(([route, access]) =>
    access === 'public' && route.includes(':office') ? [route] : [],
  );
  expect(open.length).toBeGreaterThan(20);
  for (const route of open) {
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern.replace(':office', 'thieu-van').replace(/:\w+|\*/, '0');
    const ask = client(api.url);
    const { body } =
      method === 'GET'
        ? await ask.get<Problem>(path, ELSEWHERE)
        : await ask.post<Problem>(path, {}, ELSEWHERE);
    expect([route, body.code]).toEqual([route, 'office_mismatch']);
  }
});

it('what is open is open to whoever is signed in elsewhere, and is the path’s', async () => {
  const { body } = await client(api.url).post<{ token: string }>('/api/v1/offices/xa-ben/sessions', {
    username: 'neighbour',
    password: PASSWORD,
  });
  const neighbour = client(api.url, body.token);
  expect((await neighbour.get<Page<object>>(OPEN_DATA)).body.items).toHaveLength(1);
});

it('signing in without an office in the path is for the house’s own, whatever header or cookie says', async () => {
  const proof = { username: 'desk', password: PASSWORD };
  const { body } = await client(api.url).post<Problem>('/api/v1/sessions', proof, ELSEWHERE);
  expect(body.code).toBe('office_mismatch');
  const cookie = `__Host-minh-bach=xa-ben.${'A'.repeat(43)}`;
  expect((await client(api.url).post('/api/v1/sessions', proof, { cookie })).status).toBe(201);
});

it('behind the door the header counts with a credential alone, and names an office or is refused', async () => {
  expect((await client(api.url).get<Problem>('/api/v1/tasks', ELSEWHERE)).body.code).toBe('unauthenticated');
  const chairman = client(api.url, await office.tokenOf('chairman'));
  for (const name of ['', 'Xã Bên', 'xa-ben, thieu-van']) {
    const { body } = await chairman.get<Problem>('/api/v1/tasks', { office: encodeURIComponent(name) });
    expect([name, body.code]).toEqual([name, 'office_mismatch']);
  }
  expect((await chairman.get<Problem>('/api/v1/tasks', ELSEWHERE)).body.code).toBe('not_open_to_role');
  expect((await chairman.get('/api/v1/tasks', { office: 'thieu-van' })).status).toBe(200);
});
