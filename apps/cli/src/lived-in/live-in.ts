import { at, derivedId } from '#kernel';
import { AskExtension, Planning, SubmitDeliverable, planSubject } from '#planning';
import { WakeQueue } from '#queue';
import { pino } from 'pino';
import {
  DEMO_OFFICE,
  LIVED_IN,
  openHouse,
  type Keys,
  type People,
  type Runtime,
} from '../../../runtime/src/index.js';
import { OfficeWorker } from '../../../worker/src/office-worker.js';
import { ignoreRefusal, loadActs, type Neglects, type ScriptedAct } from '../simulation/acts.js';
import { dossierYear } from '../simulation/dossiers.js';
import { HOUR_MS, play } from '../simulation/play.js';
import { CITIZENS, registerCitizens } from './citizens.js';
import { evaluationScript } from './evaluations.js';
import { feedbackScript } from './feedback.js';
import { inspectionScript } from './inspections.js';
import { moneyScript } from './money.js';
import { ratingScript } from './ratings.js';
import { registerScript } from './registers.js';
import { reportScript } from './reports.js';

const YEAR = 2025;
const DOSSIERS = 500;
/** More is late here than in a commune that does well, so that there are apologies to look at. */
const LATE = 0.03;
/** What is overdue on the morning itself. */
const LYING = { from: '2025-05-12', oneIn: 9 };
/** Two tasks of the plan whose reports of the first quarter nobody handed in: they are overdue to the day. */
const FORGOTTEN = [5, 7];
const neglects: Neglects = (index, day) =>
  (index % 5 === 2 && day >= '2025-04-28') || (FORGOTTEN.includes(index) && day >= '2025-03-10');

/**
 * Lives the demonstration office's first months: tasks in all states, escalations, dossiers of which some are late, with
 * apologies, what citizens had to say, the quarter's reports, an inspection, officials followed by month, money, registers
 * and what was answered to the survey, as ordinary acts of its people and workers.
 */
export async function liveIn(runtime: Runtime, keys: Keys, people: People): Promise<void> {
  const house = await openHouse(runtime, keys);
  const queue = await WakeQueue.open({ databaseUrl: runtime.databaseUrl });
  const worker = new OfficeWorker(runtime, queue, pino({ level: 'silent' }));
  try {
    await worker.settle(DEMO_OFFICE); // nobody else reads meanwhile: it is not started
    await registerCitizens(runtime, house, people);
    const script = [
      ...(await loadActs(runtime, people, planSubject(DEMO_OFFICE, YEAR), 'typical', neglects)),
      ...(await dossierYear(runtime, people, YEAR, {
        count: DOSSIERS,
        until: '2025-06-03',
        applicants: CITIZENS.map(({ personId }) => personId),
        late: LATE,
        lying: LYING,
      })),
      ...(await feedbackScript(runtime, house, people)),
      ...(await inspectionScript(runtime, house, people)),
      ...(await evaluationScript(runtime, people)),
      ...(await moneyScript(runtime, people)),
      ...(await registerScript(runtime, people)),
      ...ratingScript(runtime, DOSSIERS),
      ...reportScript(runtime, house, people, () => worker.settle(DEMO_OFFICE)),
      ...(await theEveningBefore(runtime)),
    ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const due = script.filter((act) => act.at < LIVED_IN);
    await play(runtime, worker, due, { end: LIVED_IN, quiet: !process.stderr.isTTY, together: HOUR_MS });
  } finally {
    await queue.close();
  }
}

/** What waits for the chairman in the morning: an extension asked for, and something handed in. */
async function theEveningBefore(runtime: Runtime): Promise<ScriptedAct[]> {
  const { state } = await runtime.get(Planning).loadPlan(DEMO_OFFICE, planSubject(DEMO_OFFICE, YEAR));
  const evening = at('2025-06-03', '16:40');
  return [...state.tasks.values()].slice(0, 20).map(({ taskId, deliverables }, index) => ({
    at: evening,
    run: async () => {
      const task = await runtime.get(Planning).loadTask(DEMO_OFFICE, taskId);
      const office = await runtime.organisation.current(DEMO_OFFICE);
      const actor = office.holders.get(task.lead?.postId ?? '') ?? '';
      const open = [...task.occurrences.values()].find(
        ({ status, due, review }) =>
          status === 'open' && !review && due !== null && due > evening.toISOString() && due < '2025-12',
      );
      const envelope = { office: DEMO_OFFICE, actor, commandId: derivedId(taskId, 'the evening before') };
      if (index % 4 === 1 && open)
        await runtime.commands
          .send(AskExtension, envelope, taskId, {
            occurrenceId: open.occurrenceId,
            day: '2025-12-25',
            reason: 'Chờ hướng dẫn của Sở Nội vụ về mẫu báo cáo mới.',
          })
          .catch(ignoreRefusal);
      if (index % 4 === 2 && deliverables[0])
        await runtime.commands
          .send(SubmitDeliverable, envelope, taskId, {
            deliverableId: deliverables[0].deliverableId,
            text: 'Dự thảo lần 2, đã tiếp thu ý kiến của Văn phòng.',
          })
          .catch(ignoreRefusal);
    },
  }));
}
