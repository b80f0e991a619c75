import { catalogue, catalogueSubject } from '#dossiers';
import { commandsOn, official, type LoadState } from '#organisation';
import { task } from '#planning';
import * as acts from './entry/entry.acts.js';
import type { EntryContext, EntryFields } from './entry/entry.acts.js';
import type { EntryEvent } from './entry/entry.events.js';
import { entry, type Entry } from './entry/entry.js';

const onEntry = commandsOn<Entry, EntryEvent, EntryContext>({
  aggregate: entry,
  contextOf: (act) => act,
});

/** Whether the task and the procedure that an entry names are there. */
const looksAt = async (
  { taskId, procedureCode }: EntryFields,
  { officeId }: { officeId: string },
  load: LoadState,
): Promise<Required<Pick<EntryContext, 'named'>>> => ({
  named: {
    task: taskId !== undefined && (await load(task, taskId)).facts !== null,
    procedure:
      procedureCode !== undefined &&
      (await load(catalogue, catalogueSubject(officeId))).procedures.has(procedureCode),
  },
});

/** The acts on registers (sổ theo dõi): who may, and what decides. */
export const registersCommands = [
  onEntry(acts.EnterInRegister, official('office'), acts.enterInRegister, { looksAt }),
  onEntry(acts.CorrectRegisterEntry, official('office'), acts.correctRegisterEntry, { looksAt }),
  onEntry(acts.WithdrawRegisterEntry, official('office'), acts.withdrawRegisterEntry),
];
