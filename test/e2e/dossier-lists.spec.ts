import { randomUUID } from 'node:crypto';
import { Receptions, dossierOf, dossierProjection } from '#dossiers';
import { rebuild } from '#projection';
import type { Entry, Page } from '../support/answers.js';
import { SEEDS_DIR, openRuntime } from '../../apps/runtime/src/index.js';
import { openDesk, BIRTH, WHO, type Item } from '../support/desk.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let people: Awaited<ReturnType<typeof openDesk>>;
const publicly = () => client(office.url);
beforeAll(async () => {
  office = await runningOffice();
  people = await openDesk(office);
});
afterAll(() => office.close());

describe('R19: numbers', () => {
  it('have no gap and no repeat with 64 clients at once', async () => {
    await office.moveTo('2025-03-10T08:00:00+07:00');
    const { personId } = (
      await people.desk.post<{ personId: string }>('/api/v1/persons', {
        ...WHO,
        unitId: (await people.desk.get<{ posts: { unitId: string }[] }>('/api/v1/sessions/me')).body.posts[0]!
          .unitId,
      })
    ).body;
    const codes: string[] = [];
    await Promise.all(
      Array.from({ length: 64 }, async () => {
        for (let n = 0; n < 4; n += 1) {
          const { body } = await people.receive({ ...BIRTH, applicant: undefined, applicantId: personId });
          codes.push(body.code);
        }
      }),
    );
    expect(codes.toSorted()).toEqual(
      Array.from({ length: 256 }, (_, n) => `000.00.18.H56-250310-${String(n + 1).padStart(4, '0')}`),
    );
  });
  it('two processes that receive at once deal out each number once', async () => {
    const other = await openRuntime({ databaseUrl: office.runtime.databaseUrl, seedsDir: SEEDS_DIR });
    const actor = (await people.desk.get<{ id: string }>('/api/v1/sessions/me')).body.id;
    const codes: string[] = [];
    await Promise.all(
      Array.from({ length: 16 }, async (_, client) => {
        const receptions = (client % 2 === 0 ? office.runtime : other).get(Receptions);
        for (let n = 0; n < 10; n += 1) {
          const envelope = { office: 'thieu-van', actor, commandId: randomUUID() };
          const command = { ...BIRTH, applicantId: randomUUID() };
          const { code } = await receptions.receive(envelope, dossierOf(envelope.commandId), command);
          codes.push(code);
        }
      }),
    );
    await other.close();
    expect(codes.toSorted()).toEqual(
      Array.from({ length: 160 }, (_, n) => `000.00.18.H56-250310-${String(n + 257).padStart(4, '0')}`),
    );
    const { rows } = await office.database
      .owner()
      .query<{ code: string }>(
        `select data ->> 'code' as code from event where type = 'DossierReceived' and data ->> 'code' like '%-250310-%'`,
      );
    expect(
      rows
        .map(({ code }) => code)
        .toSorted()
        .slice(256),
    ).toEqual(codes.toSorted());
  });
});

describe('lateness', () => {
  it('is seen coming, owes an apology, is escalated, and stays (R15, R16, R17)', async () => {
    await office.moveTo('2025-04-14T08:00:00+07:00');
    const { dossierId: id } = (await people.receive()).body;
    await office.moveTo('2025-04-25T08:00:00+07:00');
    const { items } = (
      await people.head.get<Page<Entry & { rule: string }>>(`/api/v1/audit?subject=${id}&order=asc`)
    ).body;
    const types = items.map(({ type }) => type);
    for (const type of ['DossierWarned', 'ApologyOwed', 'StepOverdue', 'DossierOverdue', 'DossierEscalated'])
      expect(types).toContain(type);
    expect(types.filter((type) => type === 'DossierOverdue')).toHaveLength(1);
    expect(items.filter(({ rule }) => rule === null).map(({ type }) => type)).toEqual(['DossierReceived']);
    const owed = (await people.desk.get<Page<Item>>('/api/v1/dossiers?apology=owed&receivedFrom=2025-04-14'))
      .body.items;
    expect(owed.map((one) => one.id)).toContain(id);
    const sorry = { way: 'letter', reason: 'Chờ kết quả xác minh của nơi khác', newDay: '2025-04-28' };
    expect((await people.act(people.desk, id, 'apologies', sorry)).status).toBe(201);
    expect((await people.act(people.desk, id, 'apologies', sorry)).body).toMatchObject({
      code: 'second_reappointment',
      rule: 'R15',
    });
    expect((await people.sign(id)).status).toBe(201);
    await office.settled();
    const [item] = (
      await people.desk.get<Page<Item>>(`/api/v1/dossiers?code=${(await people.whole(id)).code}`)
    ).body.items;
    expect(item).toMatchObject({ late: true, apology: 'given' });
    const apologies = (await publicly().get<Page<{ code: string }>>('/public/thieu-van/apologies')).body
      .items;
    expect(apologies.map(({ code }) => code)).toContain(item?.code);
  });

  it('R11: the desk sees what is in force, and when it would fall due, before it receives', async () => {
    const inForce = async () =>
      (await people.desk.get<Page<{ code: string }>>('/api/v1/procedures/in-force')).body.items.map(
        ({ code }) => code,
      );
    const appointment = (code: string) =>
      people.desk.get<{ due: string }>(`/api/v1/procedures/${code}/appointment`);
    expect(await inForce()).toContain('1.004884');
    const foreseen = (await appointment('1.004884')).body.due;
    expect((await people.receive()).body.due).toBe(foreseen);
    expect((await appointment('9.999999')).status).toBe(404);
    const { from, document } = { from: '2025-04-25', document: '8/QĐ-UBND' };
    await people.head.post('/api/v1/procedures/2.000884/repeal', { from, document });
    expect(await inForce()).not.toContain('2.000884');
    expect((await appointment('2.000884')).status).toBe(409);
  });
  it('a dossier is found by the beginning of its code, or from its day on; each says what is left', async () => {
    const { code, dossierId, position } = (await people.receive()).body;
    const found = async (begins: string) =>
      (
        await people.desk.get<Page<Item & { remainingWorkingMinutes: number }>>(
          `/api/v1/dossiers?codeBegins=${begins}&position=${position}`,
        )
      ).body.items;
    const [, day = '', number = ''] = code.split('-');
    for (const begins of [code, code.slice(0, -1), `${day}-${number}`, `${day}-`])
      expect((await found(begins)).map(({ id }) => id)).toContain(dossierId);
    expect(await found(`${number}`)).toEqual([]);
    expect(await found('%25')).toEqual([]);
    const [listed] = await found(code);
    expect(listed?.remainingWorkingMinutes).toBe((await people.whole(dossierId)).remainingWorkingMinutes);
    expect(listed?.remainingWorkingMinutes).toBeGreaterThan(0);
  });
  it('a repealed procedure takes no new dossier (R22), through the API as well', async () => {
    const repeal = await people.head.post(`/api/v1/procedures/2.000815/repeal`, {
      from: '2025-04-25',
      document: '8/QĐ',
    });
    expect(repeal.status).toBe(201);
    const stale = { procedureCode: '2.000815', channel: 'counter', components: [] };
    expect((await people.receive(stale)).body).toMatchObject({ code: 'procedure_repealed', rule: 'R22' });
    expect(
      (await people.desk.post(`/api/v1/procedures/2.000815/repeal`, { from: '2025-04-25', document: '8/QĐ' }))
        .status,
    ).toBe(403);
  });
});

describe('lists and figures', () => {
  it('page by what is due first, by holder and by procedure, and a rebuilt read model equals the one that served', async () => {
    await office.settled();
    const mine = (await people.desk.get<Page<Item>>('/api/v1/dossiers?status=open&holder=me&limit=100')).body;
    expect(mine.items).toHaveLength(100);
    const next = (
      await people.desk.get<Page<Item>>(
        `/api/v1/dossiers?status=open&holder=me&limit=100&cursor=${mine.nextCursor}`,
      )
    ).body;
    const dues = [...mine.items, ...next.items].map(({ due }) => due);
    expect(dues).toEqual(dues.toSorted());
    expect(new Set([...mine.items, ...next.items].map(({ id }) => id)).size).toBe(200);
    const all = () => office.database.owner().query('select * from rm_dossier.dossier order by dossier_id');
    const before = (await all()).rows as unknown[];
    await rebuild(office.runtime.pool, office.runtime.projector, dossierProjection);
    expect((await all()).rows).toEqual(before);
  });

  it('figures equal a recount of the log', async () => {
    const { body } = await people.desk.get<Record<string, number>>(
      '/api/v1/dossiers/figures?from=2025-01-01&to=2025-12-31',
    );
    const { rows } = await office.database.owner().query<Record<string, number>>(
      `select count(*) filter (where type = 'DossierReceived')::int as received,
              count(*) filter (where type = 'ResultSigned')::int as settled,
              count(*) filter (where type = 'ResultSigned' and (data ->> 'late')::boolean)::int as "settledLate",
              count(*) filter (where type = 'SupplementRequested')::int as supplements,
              count(distinct subject) filter (where type = 'ApologyGiven')::int as "apologiesGiven",
              count(*) filter (where type = 'DossierRated')::int as rated
       from event where kind = 'dossier'`,
    );
    expect(body).toMatchObject(rows[0]!);
    expect(body.settled).toBe((body.settledOnTime ?? 0) + (body.settledLate ?? 0));
    expect(body.open).toBe((body.received ?? 0) - (body.settled ?? 0) - (body.withdrawn ?? 0));
  });
});
