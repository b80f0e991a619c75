export { inspectionCapability } from './inspection.capability.js';
