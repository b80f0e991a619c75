import type { Page } from '../support/answers.js';
import { BIRTH, openDesk } from '../support/desk.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

interface Waiting {
  kind: string;
  subject: string;
  number: string | null;
  need: string;
  due: string | null;
  late: boolean;
}
interface Work {
  items: Waiting[];
  counts: { late: number; today: number; decide: number; take: number };
}

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

const workOf = async (who: Client): Promise<Work> => (await who.get<Work>('/api/v1/work')).body;

it('one’s own tasks wait, what is due first before the rest; a task that was only assigned is to be taken on', async () => {
  const { items, counts } = await workOf(await office.as('justice'));
  expect(items.map(({ number, need }) => [number, need])).toEqual([
    ['I.1', 'take'],
    ['I.3', 'take'],
    ['I.2', 'take'],
  ]);
  expect(items[0]?.due).toBe('2025-03-21T17:00:00.000+07:00');
  expect(counts).toEqual({ late: 0, today: 0, decide: 0, take: 3 });
});

it('R3: what was handed in waits for whoever decides on it, and for nobody else', async () => {
  const justice = await office.as('justice');
  const [task] = (
    await justice.get<Page<{ id: string; deliverables: { deliverableId: string }[] }>>(
      '/api/v1/tasks?lead=me&limit=1',
    )
  ).body.items;
  await justice.post(`/api/v1/tasks/${task?.id}/submissions`, {
    deliverableId: task?.deliverables[0]?.deliverableId,
    text: 'Kế hoạch rà soát văn bản.',
  });
  await office.settled();
  const decides = async (username: string) =>
    (await workOf(await office.as(username))).items.some(
      ({ subject, need }) => subject === task?.id && need === 'decide',
    );
  expect(await decides('chairman')).toBe(true);
  expect(await decides('head-of-office')).toBe(true);
  expect(await decides('justice')).toBe(false);
  expect(await decides('land')).toBe(false);
});

it('a dossier waits for whoever holds it, and once it is offered for whoever is to take it', async () => {
  const at = await openDesk(office);
  const { dossierId } = (await at.receive(BIRTH)).body;
  await eventually(async () => (await workOf(at.desk)).items.some(({ subject }) => subject === dossierId));
});

it('late, once its due instant has passed', async () => {
  await office.moveTo('2025-03-24T08:00:00+07:00');
  const { items, counts } = await workOf(await office.as('land'));
  expect(items[0]).toMatchObject({ kind: 'task', due: '2025-03-21T17:00:00.000+07:00', late: true });
  expect(counts.late).toBeGreaterThan(0);
});
