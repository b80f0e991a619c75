import { randomUUID } from 'node:crypto';
import type { Entry, Page, Problem } from '../support/answers.js';
import { openDesk, BIRTH, LAND, WHO, type Item, type Receipt } from '../support/desk.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let people: Awaited<ReturnType<typeof openDesk>>;
const publicly = () => client(office.url);
beforeAll(async () => {
  office = await runningOffice({ apis: 1 });
  people = await openDesk(office);
});
afterAll(() => office.close());

describe('a day at the desk', () => {
  it('from reception to rating: received, worked on, supplemented, signed, paid, returned, rated', async () => {
    await office.moveTo('2025-02-10T08:00:00+07:00');
    const { body: receipt, status } = await people.receive();
    expect(status).toBe(201);
    expect(receipt.code).toMatch(/^000\.00\.18\.H56-250210-\d{4}$/);
    expect(receipt.due).toBe('2025-02-17T17:00:00.000+07:00');
    const id = receipt.dossierId;
    expect(
      (await people.act(people.desk, id, 'hand-overs', { toPostId: await people.postOf('justice') })).status,
    ).toBe(201);
    expect((await people.whole(id)).holder.personId).not.toBe(
      (await people.justice.get<{ id: string }>('/api/v1/sessions/me')).body.id,
    );
    expect(
      (await people.act(people.desk, id, 'hand-overs', { toPostId: await people.postOf('culture') })).body,
    ).toMatchObject({
      code: 'hand_over_waiting',
      rule: 'R20',
    });
    expect((await people.act(people.justice, id, 'acceptances')).status).toBe(201);
    expect((await people.act(people.desk, id, 'rejection', { reason: 'Không đủ điều kiện' })).body.code).toBe(
      'not_the_holder',
    );
    const supplement = {
      components: ['Bản sao giấy tờ có thông tin khai sinh'],
      reason: 'Bản sao mờ, không đọc được',
      legalBasis: 'Nghị định 123/2015',
    };
    expect(
      (
        await people.act(people.justice, id, 'supplement-requests', {
          ...supplement,
          components: ['Sổ hộ khẩu'],
        })
      ).body,
    ).toMatchObject({ code: 'undeclared_component', rule: 'R12' });
    expect((await people.act(people.justice, id, 'supplement-requests', supplement)).status).toBe(201);
    await office.moveTo('2025-02-12T09:00:00+07:00');
    const answer = { components: [{ name: 'Bản sao giấy tờ có thông tin khai sinh', form: 'copy' }] };
    expect((await people.act(people.justice, id, 'supplement-answers', answer)).body.code).toBe(
      'not_the_desk',
    );
    expect((await people.act(people.desk, id, 'supplement-answers', answer)).status).toBe(201);
    expect(await people.whole(id)).toMatchObject({
      status: 'in_progress',
      due: '2025-02-19T17:00:00.000+07:00',
      remainingWorkingMinutes: 2_610,
    });
    expect((await people.act(people.justice, id, 'supplement-requests', supplement)).body).toMatchObject({
      code: 'second_supplement',
      rule: 'R13',
    });
    const give = { channel: 'counter', takenBy: 'Trần Thị Dân' };
    expect((await people.act(people.desk, id, 'return', give)).body).toMatchObject({
      code: 'result_not_signed',
      rule: 'R18',
    });
    expect((await people.act(people.justice, id, 'signature', { number: '1' })).body.code).toBe(
      'not_open_to_role',
    );
    expect((await people.sign(id)).status).toBe(201);
    expect((await people.act(people.desk, id, 'return', give)).body).toMatchObject({
      code: 'fee_unpaid',
      rule: 'R23',
    });
    expect(
      (await people.act(people.desk, id, 'payments', { amount: 8_000, method: 'online', receipt: 'BL-0001' }))
        .status,
    ).toBe(201);
    expect((await people.act(people.desk, id, 'return', give)).body.code).toBe('not_digitised');
    expect(
      (await people.act(people.desk, id, 'digitisation', { reason: 'Máy quét hỏng, quét sau' })).status,
    ).toBe(201);
    const rate = (secret: string) =>
      publicly().post<Problem>('/public/thieu-van/ratings', { code: receipt.code, secret, score: 5 });
    await office.settled();
    expect((await rate(receipt.lookup.secret)).body.code).toBe('dossier_state');
    expect((await people.act(people.desk, id, 'return', give)).status).toBe(201);
    await office.settled();
    expect((await rate('AAAAAAAAAAAA')).body.code).toBe('lookup_failed');
    expect((await rate(receipt.lookup.secret)).status).toBe(201);
    expect((await rate(receipt.lookup.secret)).body).toMatchObject({ code: 'already_rated', rule: 'R24' });
    const { items } = (await people.head.get<Page<Entry>>(`/api/v1/audit?subject=${id}&order=asc`)).body;
    expect(items.map(({ type }) => type)).toEqual([
      'DossierReceived',
      'StepHandedOver',
      'StepAccepted',
      'SupplementRequested',
      'SupplementAnswered',
      'ResultSigned',
      'FeePaid',
      'ResultDigitised',
      'ResultReturned',
      'DossierRated',
    ]);
  });

  it('an appointment can’t be asked for, nor what is not complete or not declared', async () => {
    expect((await people.receive({ ...BIRTH, due: '2025-02-11T17:00:00+07:00' })).body.code).toBe(
      'invalid_input',
    );
    expect((await people.receive({ ...BIRTH, components: BIRTH.components.slice(1) })).body.code).toBe(
      'components_missing',
    );
    expect((await people.receive({ ...BIRTH, procedureCode: '0.000' })).body.code).toBe('unknown_procedure');
    expect((await people.receive({ ...BIRTH, applicant: undefined })).body.code).toBe('applicant_missing');
    const justice = await people.justice.post<Problem>('/api/v1/dossiers', { applicant: WHO, ...BIRTH });
    expect(justice.body.code).toBe('not_the_desk');
  });

  it('the same key gets the first answer: one dossier, one number', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const [first, again] = [await people.receive(BIRTH, key), await people.receive(BIRTH, key)];
    expect(again.body).toEqual({ ...first.body, repeated: true, written: 0 });
  });

  it('a paused dossier’s clock stands still; a pause needs the procedure’s own reason (R14)', async () => {
    const { dossierId: id } = (await people.receive(LAND)).body;
    const pause = { reason: 'Thông báo thuế', legalBasis: 'Luật Đất đai', expectedEnd: '2025-02-26' };
    expect(
      (await people.act(people.desk, id, 'pauses', { ...pause, reason: 'Nghỉ phép' })).body,
    ).toMatchObject({
      code: 'pause_not_allowed',
      rule: 'R14',
    });
    expect(
      (await people.act(people.desk, id, 'pauses', { ...pause, expectedEnd: '2025-05-01' })).body.code,
    ).toBe('pause_not_allowed');
    const before = (await people.whole(id)).remainingWorkingMinutes;
    expect((await people.act(people.desk, id, 'pauses', pause)).status).toBe(201);
    await office.moveTo('2025-02-26T08:00:00+07:00');
    expect((await people.whole(id)).remainingWorkingMinutes).toBe(before);
    expect((await people.act(people.desk, id, 'resumption', { reason: 'Đã nộp thuế' })).status).toBe(201);
    expect((await people.whole(id)).remainingWorkingMinutes).toBe(before);
  });
});

describe('online', () => {
  const submit = () =>
    publicly().post<{ dossierId: string; lookup: { code: string; secret: string } } & Problem>(
      '/public/thieu-van/dossiers',
      {
        procedureCode: '1.004884',
        components: BIRTH.components.map((one) => ({ ...one, form: 'digitised' })),
        applicant: WHO,
      },
    );
  it('what is handed in waits for the desk, and two desks receive it once, under one number', async () => {
    const { body } = await submit();
    await office.settled();
    expect((await people.lookUp(body.lookup.code, body.lookup.secret)).body.status).toBe('submitted');
    const waiting = (await people.desk.get<Page<Item>>('/api/v1/dossiers?status=submitted')).body.items;
    expect(waiting.map(({ id }) => id)).toContain(body.dossierId);
    const head = await office.as('desk');
    const both = await Promise.all(
      [people.desk, head].map((by) =>
        by.post<Receipt & Problem>(`/api/v1/dossiers/${body.dossierId}/reception`, {
          ...BIRTH,
          channel: 'online',
        }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'already_received',
      rule: 'R19',
    });
    const { rows } = await office.database.owner().query(`select from event where type = 'NumberVoided'`);
    expect(rows).toEqual([]);
  });
  it('a refused submission says why, and takes no number', async () => {
    const { body } = await submit();
    expect(
      (await people.act(people.desk, body.dossierId, 'refusal', { reason: 'Không thuộc thẩm quyền của xã' }))
        .status,
    ).toBe(201);
    expect(
      (await people.desk.post<Problem>(`/api/v1/dossiers/${body.dossierId}/reception`, BIRTH)).body.code,
    ).toBe('dossier_state');
  });
  it('look-up tells nothing without the secret, and the same whether the code is there or not', async () => {
    const { body } = await people.receive();
    await office.settled();
    const wrong = await people.lookUp(body.code, 'ABCDEFGHIJKL');
    const absent = await people.lookUp('000.00.18.H56-250210-9999', body.lookup.secret);
    expect([wrong.status, wrong.body.code]).toEqual([404, 'lookup_failed']);
    expect({ ...absent.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
    const right = await people.lookUp(body.code, body.lookup.secret);
    expect(right.body).toMatchObject({ status: 'in_progress', step: 'Tiếp nhận' });
    expect(JSON.stringify(right.body)).not.toContain('Dân');
  });
  it('guessing is held off by address, knowing is not', async () => {
    const { body } = await people.receive();
    await office.settled();
    const answers = await Promise.all(
      Array.from({ length: 70 }, () => people.lookUp(body.code, 'ABCDEFGHIJKL')),
    );
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    expect((await people.lookUp(body.code, body.lookup.secret)).status).toBe(429);
  });
  it('the catalogue and the registers are open, and name nobody', async () => {
    const { items } = (await publicly().get<Page<{ code: string }>>('/public/thieu-van/procedures')).body;
    expect(items).toHaveLength(24);
    expect((await publicly().get('/public/khong-co/procedures')).status).toBe(404);
    const { body } = await publicly().get<object>('/public/thieu-van/results');
    expect(JSON.stringify(body)).not.toContain('applicant');
  });
});

it('R35: a reception sent again to a process that knows nothing of it gets its first answer', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const first = await people.receive(BIRTH, key);
  const elsewhere = await office.as('desk', 1);
  const again = await elsewhere.post<Receipt>('/api/v1/dossiers', { applicant: WHO, ...BIRTH }, key);
  const { code, due, lookup } = first.body;
  expect(again).toMatchObject({ status: 201, body: { code, due, lookup, repeated: true, written: 0 } });
});
