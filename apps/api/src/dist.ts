import { fileURLToPath } from 'node:url';

/** The folder of all that the build left. */
export const DIST = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../../../' : '../../../dist/', import.meta.url),
);
