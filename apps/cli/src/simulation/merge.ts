import { at, derivedId, inOffice, type Day } from '#kernel';
import { findHead, liveSource, verifyLedger, type SignerKey } from '#ledger';
import { AgreeToTakeOver, EndOffice, officeSubject } from '#organisation';
import { PlanningQueries, task } from '#planning';
import {
  demoForm,
  foundOffice,
  unitId,
  type OfficeForm,
  type People,
  type Runtime,
} from '../../../runtime/src/index.js';
import type { OfficeWorker } from '../../../worker/src/office-worker.js';
import type { ScriptedAct } from './acts.js';

/** The office that the demonstration's commune goes into: the same people, in the same kinds of posts. */
export const successorForm: OfficeForm = {
  ...demoForm,
  office: 'xa-moi',
  name: 'UBND xã mới',
  superior: 'UBND tỉnh Thanh Hóa',
};

/** With the people of the office that goes into it, who keep their ids. */
export const withPeople = (form: OfficeForm, people: People): OfficeForm => ({
  ...form,
  posts: form.posts.map(({ person, ...post }) => ({
    ...post,
    ...(person ? { person: { ...person, personId: people(person.username) } } : {}),
  })),
});

/** Hands the whole office to its successor, as the chairman does it by resolution. */
export const merger = (runtime: Runtime, people: People, day: Day): ScriptedAct => ({
  at: at(day, '07:30'),
  run: async () => {
    const { commands, organisation, pool } = runtime;
    const { office } = demoForm;
    await foundOffice(runtime, withPeople(successorForm, people));
    const document = 'Nghị quyết sắp xếp đơn vị hành chính cấp xã';
    const actor = people('chairman');
    await inOffice(successorForm.office, () =>
      commands.send(
        AgreeToTakeOver,
        { office: successorForm.office, actor, commandId: derivedId(office, 'take-over', day) },
        officeSubject(successorForm.office),
        { office, document },
      ),
    );
    const successor = await organisation.current(successorForm.office);
    const successorLedger =
      (await inOffice(successorForm.office, () => findHead(pool, successorForm.office)))?.key ?? null;
    const unit = (of: OfficeForm, name: string) => unitId(of.office, name);
    const names = [
      ...demoForm.units.map(({ name }) => [name, name]),
      [demoForm.superior, successorForm.superior],
    ];
    const command = {
      successor: successorForm.office,
      document,
      heirs: names.map(([from = '', to = '']) => ({
        unitId: unit(demoForm, from),
        heirUnitId: unit(successorForm, to),
      })),
    };
    await commands.send(
      EndOffice,
      { office, actor, commandId: derivedId(office, 'merger', day) },
      officeSubject(office),
      { ...command, into: { office: successor, ledger: successorLedger } },
    );
  },
});

/** What a merger came to: nothing that runs may be left behind, or be in nobody's hands. */
export interface MergeSummary {
  successor: string;
  /** Running tasks of the successor that came from the office that ended. */
  received: number;
  /** Running tasks still in the office that ended. */
  leftBehind: number;
  /** Running tasks of the successor whose lead post is not there, or held by nobody. */
  unheld: number;
}

export async function countMerger({ aggregates, organisation, get }: Runtime): Promise<MergeSummary> {
  const running = async (office: string) => {
    const ids = await inOffice(office, () => get(PlanningQueries).streamsOf(office, 'task'));
    const states = await inOffice(office, () =>
      Promise.all(ids.map(async (id) => (await aggregates.load(task, office, id)).state)),
    );
    return states.filter(({ status }) => status === 'assigned' || status === 'in_progress');
  };
  const there = await organisation.current(successorForm.office);
  const [left, received] = [await running(demoForm.office), await running(successorForm.office)];
  return {
    successor: successorForm.office,
    received: received.length,
    leftBehind: left.length,
    unheld: received.filter(({ lead }) => !lead || !there.holders.has(lead.postId)).length,
  };
}

/** One office's trail: whether it verifies from the first event to the last, and where it points. */
export interface TrailSummary {
  office: string;
  events: number;
  intact: boolean;
  pointsAt: string | null;
}

/** Seals and verifies both trails, as a stranger with their public keys would. */
export async function checkTrails(
  { pool, store }: Runtime,
  worker: OfficeWorker,
  keyOf: (office: string) => SignerKey,
): Promise<TrailSummary[]> {
  const trails: TrailSummary[] = [];
  for (const office of [demoForm.office, successorForm.office]) {
    await worker.seal(office);
    const verdict = await inOffice(office, () =>
      verifyLedger(liveSource(pool, office), { keys: [keyOf(office).verifier] }),
    );
    const organisation = await inOffice(office, () => store.readStream(office, officeSubject(office)));
    const pointer = organisation.findLast(
      ({ type }) => type === 'OfficeEnded' || type === 'PredecessorSealed',
    );
    trails.push({
      office,
      events: verdict.eventsChecked,
      intact: verdict.discrepancyCount === 0 && verdict.unknown.length === 0,
      pointsAt: pointer ? String(pointer.data.successor ?? pointer.data.office) : null,
    });
  }
  return trails;
}
