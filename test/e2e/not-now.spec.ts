import type { Entry, Page, Problem, TaskItem, Written } from '../support/answers.js';
import { openDesk } from '../support/desk.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

let office: RunningOffice;
let head: Client, culture: Client, chairman: Client;
beforeAll(async () => {
  office = await runningOffice();
  [head, culture, chairman] = (await Promise.all(
    ['head-of-office', 'culture', 'chairman'].map((name) => office.as(name)),
  )) as [Client, Client, Client];
});
afterAll(() => office.close());

interface Me {
  posts: { postId: string; unitId: string }[];
}
const postOf = async (by: Client) => (await by.get<Me>('/api/v1/sessions/me')).body.posts[0];

/** While `work` is done, and until the worker has run into it, the database says "not now" to what workers write of a type. */
async function whileBlinking(type: string, work: () => Promise<unknown>): Promise<void> {
  const owner = office.database.owner();
  await owner.query(
    `create sequence blinked;
     create function blink() returns trigger security definer language plpgsql as $$ begin
       if new.type = '${type}' and new.actor like 'worker:%' then
         perform nextval('public.blinked');
         raise exception 'the database system is starting up' using errcode = '57P03';
       end if;
       return new;
     end $$;
     create trigger blink before insert on event for each row execute function blink()`,
  );
  await work();
  const blinked = () => owner.query<{ is_called: boolean }>('select is_called from blinked');
  await eventually(async () => (await blinked()).rows[0]?.is_called === true);
  await owner.query('drop function blink cascade; drop sequence blinked');
}

it('what was promised in a dialogue becomes a task, though the database could not take it for a moment', async () => {
  const { body } = await head.post<Written & { dialogueId: string }>('/api/v1/dialogues', {
    title: 'Đối thoại với người dân quý I',
    day: '2025-01-02',
    place: 'Nhà văn hóa xã',
    parties: 'citizens',
    chairPostId: (await postOf(chairman))?.postId,
    agenda: ['Thủ tục đất đai'],
  });
  const at = `/api/v1/dialogues/${body.dialogueId}`;
  const minutes = { attendees: 85, minutes: 'Chủ tịch xã trả lời 12 câu hỏi, biên bản kèm theo.' };
  expect((await head.post<Problem>(`${at}/minutes`, minutes)).status).toBe(201);
  const promise = {
    text: 'Niêm yết lịch tiếp dân hằng tuần tại nhà văn hóa các thôn',
    leadUnitId: (await postOf(culture))?.unitId,
    dueDay: '2025-02-14',
    area: 'II',
  };
  await whileBlinking('TaskPlanned', async () =>
    expect((await chairman.post(`${at}/commitments`, promise)).status).toBe(201),
  );
  await eventually(async () => {
    const { items } = (await culture.get<Page<TaskItem>>('/api/v1/tasks?lead=me&limit=100')).body;
    return items.some(({ title }) => title === promise.text);
  });
});

it('R34: the duty that a dossier gave ends with it, though the database could not take that for a moment', async () => {
  const desk = await openDesk(office);
  const { dossierId } = (await desk.receive()).body;
  await desk.act(desk.desk, dossierId, 'hand-overs', { toPostId: await desk.postOf('culture') });
  await whileBlinking('DutyEnded', async () => {
    const withdrawn = await desk.act(desk.desk, dossierId, 'withdrawal', { reason: 'Công dân xin rút' });
    expect(withdrawn.status).toBe(201);
  });
  // Not `settled`, which leaves out what failed in sight: it rests before it is tried again.
  const ended = async () => (await head.get<Page<Entry>>('/api/v1/audit?type=DutyEnded')).body.items;
  await eventually(async () => (await ended()).length > 0);
  expect(await ended()).toMatchObject([{ rule: 'R34', data: { grounds: [dossierId] } }]);
});
