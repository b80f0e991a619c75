import { derivedId, newId } from '#kernel';
import type { Entry, Page, TaskItem } from '../support/answers.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

interface Ready {
  status: string;
  failing: { office: string; worker: string; waiting: number; parked: number }[];
}

let office: RunningOffice;
let head: Client;
beforeAll(async () => {
  office = await runningOffice();
  head = await office.as('head-of-office');
});
afterAll(() => office.close());

const ready = async () => (await head.get<Ready>('/readyz')).body;
const missedOf = async (taskId: string) =>
  (await head.get<Page<Entry>>(`/api/v1/audit?subject=${taskId}&type=DeadlineMissed`)).body.items;

/** A task with a step `miss` to come, one of several that are due at that instant. */
async function oneOfSeveral() {
  const { rows } = await office.runtime.pool.query<{
    subject: string;
    occurrence_id: string;
    due: Date;
    cause: string;
  }>(
    `select subject, occurrence_id, due, cause from rm_agenda.occurrence o
     where alarms @> '[{"step": "miss"}]' and 2 < (select count(*) from rm_agenda.occurrence where due = o.due)
     order by due, subject limit 1`,
  );
  if (!rows[0]) throw new Error('nothing is due');
  return rows[0];
}

describe('a due step that is refused', () => {
  it('is shown as degraded while all others are taken, and as ready once it went through', async () => {
    await eventually(async () => (await ready()).status === 'ready');
    const { subject, occurrence_id: occurrenceId, due, cause } = await oneOfSeveral();
    // Somebody else's act stands under the id that the step's own act would have.
    const squatted = derivedId(subject, occurrenceId, 'miss', due.toISOString(), cause);
    const owner = office.database.owner();
    await office.runtime.store.append({
      office: 'thieu-van',
      kind: 'person',
      subject: newId(),
      expectedVersion: 0,
      commandId: squatted,
      digest: 'another body',
      recordedAt: office.runtime.clock.now(),
      attribution: { actor: 'citizen:applicant' },
      events: [{ type: 'PersonRegistered', data: { unitId: '', names: [] } }],
      lineage: { broken: false },
    });
    await office.moveTo(new Date(due.getTime() + 60_000).toISOString());
    await eventually(async () => (await ready()).failing.length > 0);
    expect(await ready()).toMatchObject({
      status: 'degraded',
      failing: [{ office: 'thieu-van', worker: 'sweep', waiting: 1, parked: 0 }],
    });
    expect(await missedOf(subject)).toEqual([]);
    const { body } = await head.get<Page<Entry>>('/api/v1/audit?type=DeadlineMissed');
    expect(body.items.length).toBeGreaterThan(0);
    expect(await (await fetch(`${office.url}/metrics`)).text()).toContain(
      'minh_bach_failed_work_waiting{office="thieu-van",worker="sweep"} 1',
    );
    const { body: task } = await head.get<TaskItem>(`/api/v1/tasks/${subject}`);
    expect(task.id).toBe(subject);

    await owner.query('alter table event disable trigger all');
    await owner.query('update event set command_id = $2 where command_id = $1', [squatted, newId()]);
    await owner.query('alter table event enable trigger all');
    await office.runtime.parked.retry('thieu-van', 'sweep', subject);
    await eventually(async () => (await missedOf(subject)).length === 1);
    await eventually(async () => (await ready()).status === 'ready');
  });
});
