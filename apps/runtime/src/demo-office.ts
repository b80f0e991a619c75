import { Dossiers, PublishProcedures, catalogueSubject } from '#dossiers';
import { derivedId, type Envelope } from '#kernel';
import {
  ApprovePlan,
  ConfirmLead,
  PlanImport,
  Planning,
  SubmitPlan,
  planSubject,
  type PlanFacts,
} from '#planning';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foundAccounts, foundOffice, type OfficeForm } from './found-office.js';
import type { People } from './people.js';
import type { Runtime } from './runtime.js';
import { SEEDS_DIR } from './settings.js';

export const DEMO_START = new Date('2025-01-02T08:00:00+07:00');
/** The working morning on which the demonstration opens with its months behind it, four weeks before the merger of July. */
export const LIVED_IN = new Date('2025-06-04T07:30:00+07:00');

/** The demonstration office: its units, posts and people. */
export const demoForm = JSON.parse(
  readFileSync(join(SEEDS_DIR, 'offices', 'thieu-van.json'), 'utf8'),
) as OfficeForm;

export const demoUsernames = demoForm.posts.flatMap(({ person }) => (person ? [person.username] : []));

/**
 * Founds the demonstration office: its organisation, accounts and the plan approved by its own people, all as
 * ordinary acts in the trail. Run again it changes nothing.
 */
export async function foundDemoOffice(
  runtime: Runtime,
  seedsDir: string,
  password: string | undefined,
): Promise<People> {
  const { office, commands } = runtime;
  const imports = runtime.get(PlanImport);
  const planning = runtime.get(Planning);
  const facts = JSON.parse(await readFile(join(seedsDir, 'thieu-van-2025-plan.json'), 'utf8')) as PlanFacts;
  const people = await foundOffice(runtime, demoForm);
  if (password !== undefined) await foundAccounts(runtime, demoForm, people, () => password);
  await publishCatalogue(runtime, seedsDir);
  const clerk = (step: string) => by(office, people('head-of-office'), step);
  const planId = planSubject(office, facts.year);
  if (['approved', 'closed'].includes((await planning.loadPlan(office, planId)).state.status)) return people;
  const file = await readFile(join(seedsDir, 'thieu-van-2025-tasks.csv'));
  await imports.run(clerk('import'), file, facts, null);
  const { state } = await planning.loadPlan(office, planId);
  for (const task of state.tasks.values()) {
    if (!task.leadToConfirm) continue;
    const { leadUnitId, taskId, number } = task;
    await commands.send(ConfirmLead, clerk(`lead ${number}`), planId, { leadUnitId }, taskId);
  }
  await commands.send(SubmitPlan, clerk('submit'), planId, {});
  const approval = { documentNumber: '01/KH-UBND', documentDate: '2025-01-02' };
  await commands.send(ApprovePlan, by(office, people('chairman'), 'approve'), planId, approval);
  return people;
}

function by(office: string, actor: string, step: string): Envelope {
  return { office, actor, commandId: derivedId(office, 'founding', step) };
}

/** The catalogue of procedures that the seeds hold, in force from the start of the year before. */
async function publishCatalogue({ office, commands, get }: Runtime, seedsDir: string): Promise<void> {
  if ((await get(Dossiers).catalogue(office)).procedures.size > 0) return;
  const procedures = JSON.parse(await readFile(join(seedsDir, 'procedures.json'), 'utf8')) as unknown[];
  const command = { procedures, from: '2024-01-01', document: 'Danh mục ban đầu' };
  const envelope = by(office, 'worker:founding', 'catalogue');
  await commands.send(PublishProcedures, envelope, catalogueSubject(office), command);
}
