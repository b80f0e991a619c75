import { unitId } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import { openDesk } from '../support/desk.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  office = await runningOffice();
  desk = await openDesk(office);
});
afterAll(() => office.close());

const applicantOf = async (dossierId: string) => {
  const { rows } = await office.database
    .owner()
    .query<{ id: string }>(
      `select data ->> 'applicantId' as id from event where subject = $1 and version = 1`,
      [dossierId],
    );
  return rows[0]!.id;
};
const read = async (as: Client, personId: string) =>
  (await as.get<Problem>(`/api/v1/persons/${personId}?purpose=Giải quyết hồ sơ`)).body.code ?? 'read';

it('a duty that a dossier gave ends when the time for complaints about it is over; another’s goes on', async () => {
  const { dossierId, code } = (await desk.receive()).body;
  const personId = await applicantOf(dossierId);
  expect(await read(desk.culture, personId)).toBe('no_duty');
  const toPostId = await desk.postOf('culture');
  expect((await desk.act(desk.desk, dossierId, 'hand-overs', { toPostId })).status).toBe(201);
  await office.settled();
  expect(await read(desk.culture, personId)).toBe('read');

  const withdrawn = await desk.act(desk.desk, dossierId, 'withdrawal', { reason: 'Công dân xin rút' });
  expect(withdrawn.status).toBe(201);
  await office.settled();
  expect(await read(desk.culture, personId)).toBe('read'); // a complaint may still come
  await office.moveTo('2025-04-02T16:00:00+07:00');
  expect(await read(desk.culture, personId)).toBe('read'); // the ninetieth day after 2 January
  await office.moveTo('2025-04-03T08:00:00+07:00');
  expect(await read(desk.culture, personId)).toBe('no_duty');
  expect(await read(desk.desk, personId)).toBe('read'); // whose unit keeps the record

  const { items } = (await desk.desk.get<Page<Entry>>(`/api/v1/audit?subject=${personId}`)).body;
  const ended = items.find(({ type }) => type === 'DutyEnded');
  expect(ended?.sentence).toContain(
    `cho thôi sử dụng dữ liệu của một công dân sau ngày 02/04/2025: hồ sơ ${code}`,
  );
  expect(ended?.rule).toBe('R34');
});

describe('unusual readings', () => {
  const people: string[] = [];
  const unusual = async (as: string, day: string, language = 'vi') =>
    (await office.as(as)).get<
      {
        thresholds: object;
        items: { name: string; people: number; atOnce: number; purposes: string[]; sentence: string }[];
      } & Problem
    >(`/api/v1/persons/readings/unusual?day=${day}`, { 'accept-language': language });
  const today = async () => (await unusual('oversight', '2025-04-03')).body.items;
  const readAs = async (as: Client, ids: string[], purpose: string) => {
    for (const id of ids)
      expect((await as.get(`/api/v1/persons/${id}?purpose=${encodeURIComponent(purpose)}`)).status).toBe(200);
  };
  beforeAll(async () => {
    for (let n = 0; n < 10; n += 1) {
      const registered = await desk.justice.post<Written & { personId: string }>('/api/v1/persons', {
        unitId: unitId('thieu-van', 'Công chức Tư pháp - Hộ tịch'),
        name: `Người thứ ${n}`,
      });
      people.push(registered.body.personId);
    }
  });

  it('are shown to who watches over the office: many people at once, told by name, figures and purposes', async () => {
    await readAs(desk.justice, people.slice(0, 9), 'Xác minh');
    await readAs(desk.justice, people.slice(0, 9), 'Xác minh'); // again: the same people
    expect(await today()).toEqual([]);
    await readAs(desk.justice, people.slice(9), 'Tò mò');
    const [found, ...others] = await today();
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      name: 'Hoàng Văn Luật',
      people: 10,
      atOnce: 10,
      purposes: ['Tò mò', 'Xác minh'],
    });
    expect(found?.sentence).toBe(
      'Hoàng Văn Luật đã xem dữ liệu của 10 người trong ngày, nhiều nhất 10 người trong 10 phút.',
    );
    const english = (await unusual('oversight', '2025-04-03', 'en')).body;
    expect(english.items[0]?.sentence).toBe(
      'Hoàng Văn Luật read the data of 10 people that day, at most 10 of them within 10 minutes.',
    );
    expect(english.thresholds).toEqual({ inADay: 40, atOnce: 10, minutes: 10 });
  });

  it('are of their day, and of nobody’s who reads slowly and little', async () => {
    expect((await unusual('oversight', '2025-04-02')).body.items).toEqual([]);
    await office.moveTo('2025-04-04T08:00:00+07:00');
    await readAs(desk.justice, people.slice(0, 6), 'Xác minh');
    await office.moveTo('2025-04-04T08:30:00+07:00');
    await readAs(desk.justice, people.slice(6), 'Xác minh');
    expect((await unusual('oversight', '2025-04-04')).body.items).toEqual([]);
  });

  it('or very many in a day, however slowly', async () => {
    await office.database.owner().query(
      `insert into vault.reading (office, at, reader, person_id, names, purpose)
       select 'thieu-van', timestamptz '2025-04-07 07:00+07' + n * interval '12 minutes', $1, gen_random_uuid(), '{name}', 'x'
       from generate_series(1, $2::int) n`,
      ['desk-officer', 39],
    );
    const slow = async () =>
      (await unusual('oversight', '2025-04-07')).body.items.map(({ people }) => people);
    expect(await slow()).toEqual([]);
    await office.database.owner().query(
      `insert into vault.reading (office, at, reader, person_id, names, purpose)
       values ('thieu-van', '2025-04-07 16:00+07', 'desk-officer', gen_random_uuid(), '{name}', 'x')`,
    );
    expect(await slow()).toEqual([40]);
  });

  it('are nobody else’s to see', async () => {
    for (const username of ['desk', 'chairman', 'admin'])
      expect((await unusual(username, '2025-04-03')).body.code).toBe('not_open_to_role');
  });
});

it('a duty that feedback gave ends when its answer may be objected to no more, or at once where it is another’s', async () => {
  const sent = await client(office.url).post<{ lookup: { code: string } }>('/public/thieu-van/feedback', {
    text: 'Đèn đường ở ngõ 5 hỏng đã hai tuần, đề nghị xã sửa chữa.',
    name: 'Lê Thị Sáng',
  });
  const { code } = sent.body.lookup;
  const act = async (by: Client, what: string, body: object) => {
    const { status, body: told } = await by.post<Problem>(`/api/v1/feedback/${code}/${what}`, body);
    expect([what, status, told.code]).toEqual([what, 201, undefined]);
    await office.settled();
  };
  const { rows } = await office.database
    .owner()
    .query<{ id: string }>(`select data ->> 'authorId' as id from event where subject = $1 and version = 1`, [
      code,
    ]);
  const authorId = rows[0]!.id;
  const unit = (name: string) => unitId('thieu-van', name);
  await act(desk.head, 'assignment', { unitId: unit('Công chức Văn hóa - Xã hội') });
  expect(await read(desk.culture, authorId)).toBe('read');
  await act(desk.head, 'assignment', { unitId: unit('Công chức Tư pháp - Hộ tịch') });
  await office.moveTo('2025-04-07T08:00:00+07:00'); // it became another’s on 4 April
  expect(await read(desk.culture, authorId)).toBe('no_duty');
  expect(await read(desk.justice, authorId)).toBe('read');
  await act(desk.justice, 'answer', {
    text: 'Xã đã thay toàn bộ bóng đèn ở ngõ 5 trong tuần này và kiểm tra lại đường dây.',
    done: 'Thay bóng đèn ngõ 5',
    on: '2025-04-07',
  });
  await office.moveTo('2025-05-07T08:00:00+07:00'); // the thirtieth day
  expect(await read(desk.justice, authorId)).toBe('read');
  await office.moveTo('2025-05-08T08:00:00+07:00');
  expect(await read(desk.justice, authorId)).toBe('no_duty');
});
