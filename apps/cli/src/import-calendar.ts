import { derivedId, formatDay, newId, Refusal } from '#kernel';
import { CalendarImport, hasRole, type Fault } from '#organisation';
import { readFile } from 'node:fs/promises';
import { withRuntime } from './with-runtime.js';

interface Options {
  document?: string;
  date?: string;
  dryRun?: true;
}

/**
 * Imports working days as the office's administrator, and prints what is another now. With `dryRun` it prints the same and
 * writes nothing; it ends with 1 where the file is kept out.
 */
export async function importCalendarFile(path: string, { document, date, dryRun }: Options): Promise<void> {
  const file = await readFile(path);
  const decision = document && date ? { number: document, date } : null;
  await withRuntime(async ({ get, office, organisation }) => {
    const state = await organisation.current(office);
    const actor = [...state.holders.values()].find((id) => hasRole(state, id, 'admin')) ?? '';
    const imports = get(CalendarImport);
    try {
      const { changes, faults } = await imports.trial(office, file, decision);
      printFaults(faults);
      if (faults.length > 0) return void (process.exitCode = 1);
      for (const { year, standing, ...days } of changes) {
        print(`${year}: ${SAID[standing]}`);
        for (const [name, said] of LISTS)
          if (days[name].length > 0) print(`  ${said}: ${days[name].map(formatDay).join(', ')}`);
        if (days.otherHours) print('  giờ làm việc khác trước · other hours than before');
      }
      if (dryRun) return;
      const commandId = derivedId(office, 'import-calendar', newId());
      await imports.run({ office, actor, commandId }, file, decision);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { why } = error.values as { why?: string };
      throw new Error(`${error.kind.title.vi.replace('{why}', () => why ?? '')} (${error.kind.code})`, {
        cause: error,
      });
    }
  });
}

const SAID = {
  new: 'năm mới · new',
  changed: 'thay đổi · changed',
  same: 'không có gì mới · nothing new',
} as const;

const LISTS = [
  ['nowOff', 'nghỉ thêm · off now'],
  ['offNoMore', 'thôi nghỉ · off no more'],
  ['nowWorked', 'làm bù · worked now'],
  ['workedNoMore', 'thôi làm bù · worked no more'],
] as const;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const printFaults = (faults: readonly Fault[]): void => {
  for (const { message } of faults) print(message);
};
