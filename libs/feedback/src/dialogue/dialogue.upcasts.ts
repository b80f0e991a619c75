import type { Upcasts } from '#event-store';

/** What the events of dialogues said before, in today's shape. */
export const dialogueUpcasts: Upcasts = {
  // What was asked stood in the event itself, and is read there; from then on it is in the vault.
  DialogueQuestionNoted: [(data) => data],
};
