/** What decisions say of what is still to come. All of it is pure. */
export * from '../agenda.js';
export * from '../due-instant.js';
export * from '../said.js';
