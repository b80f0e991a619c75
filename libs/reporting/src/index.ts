export { reportingCapability } from './reporting.capability.js';
