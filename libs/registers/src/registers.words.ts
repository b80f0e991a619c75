import type { Words } from '#ledger';
import { KINDS } from './entry/kinds.js';

const NAMES = Object.fromEntries(
  Object.entries(KINDS).map(([name, { title }]) => [
    name,
    { vi: title.vi.toLocaleLowerCase('vi'), en: title.en.toLocaleLowerCase('en') },
  ]),
);

/** Code words of registers' events, in words. */
export const registersWords: Words = {
  'RegisterEntryMade.kind': NAMES,
  'RegisterEntryCorrected.kind': NAMES,
  'RegisterEntryWithdrawn.kind': NAMES,
};
