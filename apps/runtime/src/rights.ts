import { rightsOf, type HandledCommand, type Rights } from '#organisation';
import { allOf, mergedOf } from './gathered.js';

/** The commands of every capability. */
export const handledCommands: readonly HandledCommand[] = allOf(({ commands }) => commands);

/**
 * Who may do what, over what (bảng phân quyền): what has no line nobody may do. Oversight and inspection read and are
 * told; they do not act for the office. The administrator keeps accounts, posts and units, and has no say in the work.
 */
export const RIGHTS: Rights = mergedOf(({ commands = [], rights = {} }) => ({
  ...rightsOf(commands),
  ...rights,
}));
