import { capabilities as own } from '../../../apps/runtime/src/capabilities.js';
import { noticeBoardCapability } from './notice-board.capability.js';

/** The house's list with one line more. */
export const capabilities = [...own, noticeBoardCapability];
