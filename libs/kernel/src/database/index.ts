export * from './office-pool.js';
