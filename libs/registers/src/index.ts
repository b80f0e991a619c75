export { registersCapability } from './registers.capability.js';
export { registerCalled, type RegisterTotal } from './entry/totals.js';
export { RegisterQueries, type Attended } from './read/register.queries.js';
export { registerProjection } from './read/register-projection.js';
export { REGISTER_TOTAL } from './registers.shapes.js';
export { EnterInRegister } from './entry/entry.acts.js';
export { KIND_NAMES } from './entry/kinds.js';
