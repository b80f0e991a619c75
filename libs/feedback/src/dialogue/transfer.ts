import type { ActContext } from '#organisation/office';
import type { Dialogue, DialogueEvent } from './dialogue.js';

/** Lets a session that has not been held go to the office that takes this one over (R28). */
export class TransferDialogue {}

export function transferDialogue(
  { status }: Dialogue,
  _command: TransferDialogue,
  { office: { succession } }: ActContext,
): DialogueEvent[] {
  if (!succession || status !== 'planned') return [];
  const { successor: toOffice, document } = succession;
  return [{ type: 'DialogueTransferred', data: { toOffice, document } }];
}

/** Takes it over with what was asked for it: it is held there, or called off in sight. */
export class TakeOverDialogue {
  fromOffice!: string;
  document!: string;
  carried!: Dialogue;
}

export function takeOverDialogue(
  { status }: Dialogue,
  { fromOffice, document, carried }: TakeOverDialogue,
): DialogueEvent[] {
  if (status !== 'none') return [];
  const { title, day } = carried;
  const dialogue: Dialogue = { ...carried, status: 'planned' };
  return [{ type: 'DialogueTakenOver', data: { fromOffice, document, title, day, dialogue } }];
}
