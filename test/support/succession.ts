import { demoForm, unitId } from '../../apps/runtime/src/index.js';
import { successorForm } from '../../apps/cli/src/simulation/merge.js';
import type { Client } from './client.js';

const NAMES = [
  ...demoForm.units.map(({ name }) => [name, name]),
  [demoForm.superior, successorForm.superior],
];

/** How the demonstration office goes into its successor: each unit to the one of its name. */
export const succession = {
  successor: successorForm.office,
  document: 'Nghị quyết sắp xếp',
  heirs: NAMES.map(([from = '', to = '']) => ({
    unitId: unitId(demoForm.office, from),
    heirUnitId: unitId(successorForm.office, to),
  })),
};

/** Somebody there agrees to take it over, by this document or another; answers the status. */
export const agreeToTakeOver = async (as: Client, document = succession.document): Promise<number> =>
  (await as.post('/api/v1/organisation/take-overs', { office: demoForm.office, document })).status;
