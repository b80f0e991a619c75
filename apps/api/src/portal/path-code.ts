import { LONGEST_CODE, PLAIN, pathParam } from '#kernel';

/** A procedure's code in the path, for a controller's parameter. */
export function PathCode() {
  return pathParam('code', 'Mã thủ tục · code', { pattern: PLAIN.source, maxLength: LONGEST_CODE });
}
