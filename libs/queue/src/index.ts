export * from './wake-queue.js';
