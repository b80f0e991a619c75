import { ON_PROVINCIAL_SYSTEM } from './targets/on-provincial-system.js';
import { ON_TIME_INDEX } from './targets/on-time.js';
import { ONLINE_PAYMENT } from './targets/online-payment.js';
import { ONLINE_RESOLVED } from './targets/online-resolved.js';
import { REPORTS_ON_SYSTEM } from './targets/reports-on-system.js';
import { RESULTS_DIGITISED } from './targets/results-digitised.js';
import { SATISFIED_WITH_PROCEDURES } from './targets/satisfied-with-procedures.js';
import { SATISFIED_WITH_SERVICE } from './targets/satisfied-with-service.js';
import { WORK_ONLINE } from './targets/work-online.js';
import type { IndexDefinition } from './targets/target-index.js';

export type { IndexDefinition, Measures } from './targets/target-index.js';

/** How the targets of plans (chỉ tiêu của kế hoạch) are computed, a file each; `indices.md` is drawn from them. */
export const INDICES: readonly IndexDefinition[] = [
  ON_TIME_INDEX,
  ONLINE_RESOLVED,
  RESULTS_DIGITISED,
  SATISFIED_WITH_SERVICE,
  SATISFIED_WITH_PROCEDURES,
  WORK_ONLINE,
  REPORTS_ON_SYSTEM,
  ONLINE_PAYMENT,
  ON_PROVINCIAL_SYSTEM,
];

/** Whether it is made of what people answered (R34). */
export const isOfAnswers = (index: IndexDefinition): boolean => 'whole' in index && index.whole === 'rated';
