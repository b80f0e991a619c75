import { derivedId, newId, Refusal } from '#kernel';
import { hasRole } from '#organisation';
import { PlanImport, type PlanFacts } from '#planning';
import { readFile } from 'node:fs/promises';
import { withRuntime } from './with-runtime.js';

/** Imports a plan's file as the head of the office, and prints what must be settled before approval. */
export async function importPlanFile(
  csv: string,
  options: { plan: string; document?: string; date?: string },
): Promise<void> {
  const facts = JSON.parse(await readFile(options.plan, 'utf8')) as PlanFacts;
  const file = await readFile(csv);
  const document = options.document && options.date ? { number: options.document, date: options.date } : null;
  await withRuntime(async ({ get, office, organisation }) => {
    const state = await organisation.current(office);
    const envelope = {
      office,
      actor: [...state.holders.values()].find((id) => hasRole(state, id, 'office-of-record')) ?? '',
      commandId: derivedId(office, 'import', newId()),
    };
    try {
      const report = await get(PlanImport).run(envelope, file, facts, document);
      process.stdout.write(
        `${report.tasks} nhiệm vụ · tasks${report.changed ? '' : ' (không có gì mới · nothing new)'}\n`,
      );
      for (const { row, column, code, value } of report.notes)
        process.stdout.write(`  dòng ${row}, cột ${column}: ${code}: ${value}\n`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const cells = Array.isArray(error.values.errors) ? error.values.errors : [];
      throw new Error(
        `${error.kind.title.vi} (${error.kind.code})\n${cells.map((cell) => JSON.stringify(cell)).join('\n')}`,
        { cause: error },
      );
    }
  });
}
