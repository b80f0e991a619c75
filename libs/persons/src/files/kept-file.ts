import { guarded } from '#organisation';
import type { PersonEvent } from '../person.js';
import { dutiful } from '../person.acts.js';

/** A file about somebody that came in (nhận tệp); its bytes are in the vault. */
export class KeepFile {
  fileId!: string;
  commitment!: string;
}

export const keepFile = guarded(dutiful, (_state, kept: KeepFile): PersonEvent[] => [
  { type: 'FileKept', data: { ...kept } },
]);
