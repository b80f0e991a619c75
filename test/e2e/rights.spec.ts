import { newId } from '#kernel';
import { taskDecisions } from '#planning';
import { RIGHTS, demoUsernames } from '../../apps/runtime/src/index.js';
import type { Page, TaskItem } from '../support/answers.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

describe('every act, asked by every role', () => {
  const ROLES: Record<string, string> = {
    chairman: 'chairman',
    'vice-chairman': 'vice-chairman',
    'head-of-office': 'office-of-record',
    oversight: 'oversight',
    admin: 'admin',
    worker: 'worker',
  };
  it.each([...demoUsernames, 'worker'])(
    '%s is let through to what the table opens, and to nothing else',
    async (username) => {
      const { runtime } = office;
      const { rows } = await office.database
        .owner()
        .query<{ person_id: string }>('select person_id from account where username = $1', [username]);
      const actor = rows[0]?.person_id ?? 'worker:test';
      for (const [act, { by }] of [...Object.entries(RIGHTS), ['NoSuchAct', { by: [] }] as const]) {
        const envelope = () => ({ office: 'thieu-van', actor, commandId: newId() });
        const ways = [
          () => runtime.planning.onTask(envelope(), newId(), {}, () => [], act),
          () => runtime.planning.onPlan(envelope(), newId(), {}, () => [], act),
          () => runtime.organisation.act(envelope(), {}, () => [], act),
        ];
        for (const way of ways) {
          const let_in = await way().then(
            () => true,
            (refused: Error) => refused.message,
          );
          const may = (by as readonly string[]).includes(ROLES[username] ?? 'official');
          expect([act, let_in]).toEqual([act, may || 'not_open_to_role']);
        }
      }
    },
  );

  it('over what the table says, and no further: led, below, or either', async () => {
    const tasks = (await (await office.as('justice')).get<Page<TaskItem>>('/api/v1/tasks?lead=me&limit=1'))
      .body;
    const { id } = tasks.items[0]!;
    const reach: Record<string, readonly string[]> = {
      led: ['justice'],
      below: ['chairman', 'vice-chairman', 'head-of-office'],
      'led or below': ['justice', 'chairman', 'vice-chairman', 'head-of-office'],
    };
    const { rows } = await office.database
      .owner()
      .query<{ username: string; person_id: string }>('select username, person_id from account');
    for (const [act, { scope, by }] of Object.entries(RIGHTS)) {
      const decide = taskDecisions[act];
      if (!decide) continue;
      expect([act, Object.keys(reach)]).toEqual([act, expect.arrayContaining([scope])]);
      for (const { username, person_id: actor } of rows.filter((row) =>
        demoUsernames.includes(row.username),
      )) {
        if (!(by as readonly string[]).includes(ROLES[username] ?? 'official')) continue;
        const refused = await office.runtime.planning
          .onTask(
            { office: 'thieu-van', actor, commandId: newId() },
            id,
            {},
            (state, command, context) => {
              decide(state, command, context);
              return [];
            },
            act,
          )
          .then(
            () => '',
            (error: Error) => error.message,
          );
        const outside = ['not_the_lead', 'not_above_the_lead'].includes(refused);
        expect([act, username, outside]).toEqual([act, username, !reach[scope]?.includes(username)]);
      }
    }
  });
});
