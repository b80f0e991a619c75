export { evaluationCapability } from './evaluation.capability.js';
export type { OfficialEvent } from './official/official.events.js';
export { officialEvaluation } from './official/official.js';
export { evaluationStates } from './read/evaluation-states.js';
export { proposed } from './official/years-work.js';
