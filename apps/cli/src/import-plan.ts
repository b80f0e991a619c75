import { derivedId, newId, Refusal } from '#kernel';
import { hasRole, type Office } from '#organisation';
import { PlanImport, previewOf, type CellNote, type PlanFacts } from '#planning';
import { readFile } from 'node:fs/promises';
import { withRuntime } from './with-runtime.js';

/**
 * Imports a plan's file as the head of the office, and prints what must be settled before approval. With `dryRun` it
 * prints each row beside what was read of it, and writes nothing; it ends with 1 where the import would be refused.
 */
export async function importPlanFile(
  path: string,
  options: { plan: string; document?: string; date?: string; dryRun?: true },
): Promise<void> {
  const facts = JSON.parse(await readFile(options.plan, 'utf8')) as PlanFacts;
  const file = await readFile(path);
  const document = options.document && options.date ? { number: options.document, date: options.date } : null;
  await withRuntime(async ({ get, office, organisation }) => {
    const state = await organisation.current(office);
    const actor = [...state.holders.values()].find((id) => hasRole(state, id, 'office-of-record')) ?? '';
    const imports = get(PlanImport);
    await inWords(async () => {
      if (options.dryRun)
        return printTrial(await imports.trial({ office, actor }, file, facts, document), state);
      const commandId = derivedId(office, 'import', newId());
      const report = await imports.run({ office, actor, commandId }, file, facts, document);
      print(`${report.tasks} nhiệm vụ · tasks${report.changed ? '' : ' (không có gì mới · nothing new)'}`);
      printNotes(report.notes);
    });
  });
}

function printTrial(trial: Awaited<ReturnType<PlanImport['trial']>>, office: Office): void {
  const { form, encoding, rows, tasks, changes, refusal, errors, notes } = previewOf(trial, office);
  print(`${form}, ${encoding}`);
  for (const { table, row, kind, source, read } of rows) {
    print(`${table === null ? '' : `${table}, `}dòng ${row} [${kind}] ${source.map(onOneLine).join(' | ')}`);
    if (!read) continue;
    print(`    → ${read.number} ${read.title}`);
    print(`      ${[read.lead, ...read.coImplementers].join('; ')} / ${read.coordinators.join('; ')}`);
    print(`      ${read.deliverables.join('; ')}`);
    for (const { label, phrase, reading } of read.obligations)
      print(`      ${label === null ? '' : `${label}: `}"${onOneLine(phrase)}" → ${reading.vi}`);
  }
  printNotes([...errors, ...notes]);
  if (refusal) print(`${refusal.title.vi} (${refusal.code})`);
  print(
    changes === null
      ? `Chưa nhập được: ${errors.length} lỗi · it would be refused`
      : `${tasks} nhiệm vụ, ${changes} thay đổi sẽ ghi · tasks, changes that would be written`,
  );
  if (changes === null) process.exitCode = 1;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const printNotes = (notes: readonly CellNote[]): void => {
  for (const { message } of notes) print(`  ${message}`);
};
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** A refusal as its words, cell by cell. */
async function inWords(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { why, errors } = error.values as { why?: string; errors?: readonly CellNote[] };
    const title = error.kind.title.vi.replace('{why}', () => why ?? '');
    const cells = (errors ?? []).map(({ message }) => `  ${message}`);
    throw new Error([`${title} (${error.kind.code})`, ...cells].join('\n'), { cause: error });
  }
}
