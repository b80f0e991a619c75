import { planSubject } from '#planning';
import { DEMO_OFFICE, demoForm, peopleOf } from '../../apps/runtime/src/index.js';
import { loadActs, type ScriptedAct } from '../../apps/cli/src/simulation/acts.js';
import { dossierYear } from '../../apps/cli/src/simulation/dossiers.js';
import type { RunningOffice } from './running-office.js';

const YEAR = 2025;
const DAY_MS = 86_400_000;

/**
 * The typical year of the office's people with so many dossiers, done by a process of its own beside the service's: `until`
 * goes on to an instant, a day at a time, and returns once the service has done what is its own.
 */
export async function openYear(
  office: RunningOffice,
  dossiers: number,
): Promise<{ until(instant: string): Promise<void> }> {
  const { runtime } = office;
  const people = await peopleOf(runtime, demoForm);
  const script = [
    ...(await loadActs(runtime, people, planSubject(DEMO_OFFICE, YEAR), 'typical')),
    ...(await dossierYear(runtime, people, YEAR, { count: dossiers })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const days = [...Map.groupBy(script, ({ at }) => Math.floor(at.getTime() / DAY_MS)).values()];
  let day = 0;
  let done = 0;
  return {
    async until(instant) {
      const end = new Date(instant);
      for (;;) {
        const due = (days[day] ?? []).slice(done).filter(({ at }) => at <= end);
        const [first] = due;
        if (!first) break;
        if (first.at > runtime.clock.now()) await office.moveTo(first.at.toISOString());
        for (const act of due) await doIn(office, act);
        done += due.length;
        if (done < (days[day]?.length ?? 0)) break;
        [day, done] = [day + 1, 0];
      }
      // The last act may have come at that very instant.
      await (end > runtime.clock.now() ? office.moveTo(instant) : office.settled());
    },
  };
}

async function doIn({ runtime }: RunningOffice, act: ScriptedAct): Promise<void> {
  if (act.at > runtime.clock.now()) await runtime.clock.moveTo(act.at);
  await act.run();
}
