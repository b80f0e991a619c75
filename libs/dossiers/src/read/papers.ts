import type { DossierEvent, HandedIn } from '../dossier/dossier.events.js';

/** What became of the papers that a dossier came with (số hóa thành phần hồ sơ). */
export interface Papers {
  /** Each of them is held digitised; of none at all, nothing is. */
  held: boolean;
  /** At least one of them was used again from an earlier file (tái sử dụng). */
  reused: boolean;
}

export const NO_PAPERS: Papers = { held: false, reused: false };

const isHeld = ({ form, fileId }: HandedIn): boolean => fileId !== null || form === 'reused';

/** The papers after an event; of a supplement too. */
export function papersAfter(papers: Papers, { type, data }: DossierEvent): Papers {
  if (type === 'DossierReceived') return papersOf(data.components);
  if (type === 'DossierTakenOver') return data.dossier.work ? papersOf(data.dossier.components) : NO_PAPERS;
  if (type !== 'SupplementAnswered') return papers;
  const { held, reused } = papersOf(data.components);
  return { held: papers.held && held, reused: papers.reused || reused };
}

const papersOf = (components: readonly HandedIn[]): Papers => ({
  held: components.length > 0 && components.every(isHeld),
  reused: components.some(({ form }) => form === 'reused'),
});
