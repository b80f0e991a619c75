export * from './audit-query.js';
export * from './export-trail.js';
export * from './sentence.js';
