import { commandsOn, right, worker, type ActContext } from '#organisation';
import * as dialogues from './dialogue.js';
import * as transfer from './transfer.js';

const onDialogue = commandsOn<dialogues.Dialogue, dialogues.DialogueEvent, ActContext>({
  aggregate: dialogues.dialogue,
  contextOf: (act) => act,
});

const record = right('office', 'office-of-record');
const convenes = right('office', 'office-of-record', 'chairman');

/** The acts on sessions of dialogue (hội nghị đối thoại): who may, and what decides. */
export const dialogueCommands = [
  onDialogue(dialogues.PlanDialogue, convenes, dialogues.planDialogue),
  onDialogue(dialogues.NoteQuestion, record, dialogues.noteQuestion),
  onDialogue(dialogues.HoldDialogue, convenes, dialogues.holdDialogue),
  onDialogue(
    dialogues.MakeCommitment,
    right('office', 'chairman', 'vice-chairman'),
    dialogues.makeCommitment,
    { digestOf: ({ areas: _areas, ...command }) => ({ name: 'MakeCommitment', command }) },
  ),
  onDialogue(dialogues.CancelDialogue, convenes, dialogues.cancelDialogue),
  onDialogue(transfer.TransferDialogue, worker, transfer.transferDialogue), // R28
  onDialogue(transfer.TakeOverDialogue, worker, transfer.takeOverDialogue), // R28
];
