import { newId } from '#kernel';
import { handledCommands } from '../../apps/runtime/src/index.js';
import type { Page, TaskItem } from '../support/answers.js';
import { OPEN_TO, LEADERS, OFFICIALS, RECORD } from '../support/who-may.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

const EVERYBODY = [...OFFICIALS, 'oversight', 'admin', 'worker', 'applicant'];

async function actorOf(username: string): Promise<string> {
  if (username === 'worker') return 'worker:test';
  if (username === 'applicant') return username;
  const { rows } = await office.database
    .owner()
    .query<{ person_id: string }>('select person_id from account where username = $1', [username]);
  return rows[0]!.person_id;
}

describe('every act, asked by everybody', () => {
  it('knows who may do it', () => {
    expect(handledCommands.map(({ name }) => name).toSorted()).toEqual(Object.keys(OPEN_TO).toSorted());
  });

  it.each(EVERYBODY)('%s is let through to what is open to them, and to nothing else', async (username) => {
    const actor = await actorOf(username);
    const let_in: string[] = [];
    for (const { name, command } of handledCommands) {
      const envelope = { office: 'thieu-van', actor, commandId: newId() };
      const refused = await office.runtime.commands.send(command, envelope, newId(), {}).then(
        () => '',
        (error: Error) => error.message,
      );
      if (refused !== 'not_open_to_role') let_in.push(name);
    }
    const open = Object.keys(OPEN_TO).filter((name) => OPEN_TO[name]?.includes(username));
    expect(let_in.toSorted()).toEqual(open.toSorted());
  });

  it('says of a task what each may do, and if not why', async () => {
    const tasks = (await (await office.as('justice')).get<Page<TaskItem>>('/api/v1/tasks?lead=me&limit=1'))
      .body;
    const subject = tasks.items[0]!.id;
    const LED = [
      'AcknowledgeTask',
      'ReportTaskProgress',
      'SubmitDeliverable',
      'AskExtension',
      'CompleteTask',
    ];
    const BELOW = [
      'AcceptDeliverable',
      'ReturnDeliverable',
      'DecideExtension',
      'HandOverTask',
      'RequestExtraReport',
      'UrgeTask',
      'CancelTask',
    ];
    const from = (refused: string | null, ...names: string[]) => names.map((act) => [act, refused]);
    const ABOVE = [...LEADERS, ...RECORD];
    for (const username of OFFICIALS) {
      const envelope = { office: 'thieu-van', actor: await actorOf(username), commandId: newId() };
      const answers = await office.runtime.commands.mayBeDone('task', { envelope, subject });
      const leads = username === 'justice';
      const above = ABOVE.includes(username);
      const expected = [
        ...from(leads ? null : 'not_the_lead', ...LED),
        ...from(above ? null : 'not_above_the_lead', ...BELOW),
        ...from(leads || above ? null : 'not_above_the_lead', 'RecordTrigger'),
        ...from(leads ? 'not_secret_work' : 'not_the_lead', 'ReportSecretProgress'),
        ...from(above ? 'not_secret_work' : 'not_above_the_lead', 'CancelSecretWork'),
        ...from(leads || above ? null : 'not_the_lead', 'RecordSpending', 'WithdrawSpending'),
        ...from(
          ['chairman', ...RECORD].includes(username) ? null : 'not_open_to_role',
          'AllocateMoney',
          'WithdrawAllocation',
        ),
        ...from(username === 'chairman' ? null : 'not_open_to_role', 'AllowOverrun'),
      ];
      const ofPeople = answers.flatMap(({ act, refusal }) =>
        OPEN_TO[act]?.includes('worker') ? [] : [[act, refusal?.message ?? null]],
      );
      expect([username, ofPeople.toSorted()]).toEqual([username, expected.toSorted()]);
    }
  });

  it.each(['task', 'dossier', 'feedback'])(
    'of a %s it speaks of the same acts whoever asks: those that a guard can speak for',
    async (kind) => {
      const spokenOf = async (username: string) => {
        const envelope = { office: 'thieu-van', actor: await actorOf(username), commandId: newId() };
        const answers = await office.runtime.commands.mayBeDone(kind, { envelope, subject: newId() });
        return answers.map(({ act }) => act).toSorted();
      };
      const [first = [], ...others] = await Promise.all(OFFICIALS.map(spokenOf));
      expect(first.length).toBeGreaterThan(3);
      for (const other of others) expect(other).toEqual(first);
    },
  );

  it('tells a screen the same over HTTP, with the rule', async () => {
    const justice = await office.as('justice');
    const { items } = (await justice.get<Page<TaskItem>>('/api/v1/tasks?lead=me&limit=1')).body;
    const acts = async (username: string) =>
      (
        await (
          await office.as(username)
        ).get<{
          items: { act: string; may: boolean; why: { code: string; title: string; rule: string } | null }[];
        }>(`/api/v1/tasks/${items[0]!.id}/acts`)
      ).body.items;
    const of = (all: Awaited<ReturnType<typeof acts>>, act: string) => all.find((one) => one.act === act);
    expect(of(await acts('justice'), 'ReportTaskProgress')).toEqual({
      act: 'ReportTaskProgress',
      may: true,
      why: null,
    });
    expect(of(await acts('justice'), 'AcceptDeliverable')).toMatchObject({
      may: false,
      why: { code: 'not_above_the_lead', rule: 'R3' },
    });
    expect(of(await acts('oversight'), 'UrgeTask')).toMatchObject({
      may: false,
      why: { code: 'not_open_to_role' },
    });
    expect((await acts('oversight')).map(({ act }) => act)).not.toContain('TakeStep');
  });
});
