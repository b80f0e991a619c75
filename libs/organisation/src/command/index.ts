export * from './acts-answer.js';
export { brought, type Brought } from './brought.js';
export * from './commands.js';
export * from './handled.js';
export { CommandRunner } from './runner.js';
