import type { EntrustedFor } from '#kernel';
import { KEEPING } from '../keeping.js';

/** By an act's event a file becomes part of somebody's data, and goes with them. */
export const belongingTo = (
  office: string,
  fileId: string,
  personId: string,
  actId: string,
): EntrustedFor => ({
  actId,
  enclosure: () => ({ statement: KEEPING, rows: [{ o: office, f: fileId, b: personId }] }),
});

/** By an act's event a file's bytes and its key are destroyed. */
export const destroyed = (office: string, fileId: string, actId: string): EntrustedFor => ({
  actId,
  enclosure: () => ({ statement: KEEPING, rows: [{ o: office, f: fileId, x: true }] }),
});
