import type { Page, Problem, TaskItem, Written } from '../support/answers.js';
import { BIRTH, WHO } from '../support/desk.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

/** The two APIs of an office: what was told to the one, the other goes by from the very answer on. */
const [HERE, THERE] = [0, 1];

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice({ apis: 1 });
});
afterAll(() => office.close());

it('R27: a right that was lent is there at once, and gone at once', async () => {
  const [chairman, police] = [await office.as('chairman', HERE), await office.as('police', THERE)];
  const { items } = (await police.get<Page<TaskItem & { area: string }>>('/api/v1/tasks?limit=100')).body;
  const task = items.find(({ area }) => area === 'II')!;
  const urge = (headers = {}) =>
    police.post<Written & Problem>(`/api/v1/tasks/${task.id}/urgings`, { text: 'Đề nghị báo cáo.' }, headers);
  expect((await urge()).body.code).toBe('not_above_the_lead');
  const me = (await police.get<{ id: string }>('/api/v1/sessions/me')).body.id;
  const lend = { to: me, acts: ['UrgeTask'], areas: ['II'], subjects: [], document: '12/UQ-UBND' };
  const delegations = '/api/v1/organisation/delegations';
  const { body } = await chairman.post<{ delegationId: string }>(delegations, {
    ...lend,
    fromDay: '2025-01-02',
    toDay: '2025-01-31',
  });
  const lent = { 'on-behalf-of': body.delegationId };
  expect((await urge(lent)).status).toBe(201);
  const ended = await chairman.post(`${delegations}/${body.delegationId}/revocation`, { reason: 'Đã về' });
  expect(ended.status).toBe(201);
  expect((await urge(lent)).body.code).toBe('delegation_out_of_scope');
});

describe('the catalogue', () => {
  const procedures = '/api/v1/procedures';
  const receive = (desk: Client, procedureCode: string, components: readonly object[]) =>
    desk.post<Problem & { due: string }>('/api/v1/dossiers', {
      applicant: WHO,
      channel: 'counter',
      procedureCode,
      components,
    });

  it('R21: a dossier is received under the version that is in force by now', async () => {
    const [head, desk] = [await office.as('head-of-office', HERE), await office.as('desk', THERE)];
    const procedure = {
      code: 'TV.TN.09',
      name: 'Xác nhận thông tin cư trú',
      field: 'Cư trú',
      fee: 0,
      service: 'partial',
      components: ['Tờ khai'],
      steps: ['Tiếp nhận', 'Trả kết quả'],
      verified: false,
    };
    const publish = (days: number) =>
      head.post(procedures, {
        procedures: [{ ...procedure, time: { value: days, unit: 'working-days' } }],
        document: '12/QĐ-UBND',
      });
    const dueOf = async () =>
      (await receive(desk, procedure.code, [{ name: 'Tờ khai', form: 'original' }])).body.due;
    expect((await publish(3)).status).toBe(201);
    expect(await dueOf()).toBe('2025-01-07T17:00:00.000+07:00');
    expect((await publish(5)).status).toBe(201);
    expect(await dueOf()).toBe('2025-01-09T17:00:00.000+07:00');
  });

  it('R22: a repealed procedure is refused, at the desk and at the public door', async () => {
    const [head, desk] = [await office.as('head-of-office', HERE), await office.as('desk', THERE)];
    const { procedureCode, components } = BIRTH;
    expect((await receive(desk, procedureCode, components)).status).toBe(201);
    const repealed = await head.post(`${procedures}/${procedureCode}/repeal`, {
      from: '2025-01-02',
      document: '13/QĐ-UBND',
    });
    expect(repealed.status).toBe(201);
    expect((await receive(desk, procedureCode, components)).body).toMatchObject({
      code: 'procedure_repealed',
      rule: 'R22',
    });
    const online = await client(office.urls[THERE]!).post<Problem>('/public/thieu-van/dossiers', {
      procedureCode,
      components: components.map(({ name }) => ({ name, form: 'digitised' })),
      applicant: WHO,
    });
    expect(online.body.code).toBe('procedure_repealed');
  });
});
