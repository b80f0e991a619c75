import type { ProcedureInForce } from '#client';

const MOST_SHOWN = 8;

/** Letters without marks: `Đăng ký` is found by `dang ky`. */
export const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().trim();

const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(Boolean);

/** How near what was typed is to a procedure: 0 the nearest; undefined where it is not meant. */
function distance(typed: string, { code, name }: ProcedureInForce): number | undefined {
  const words = wordsOf(name);
  const asked = wordsOf(typed);
  if (plain(code).startsWith(plain(typed))) return 0;
  if (plain(name).startsWith(plain(typed))) return 1;
  if (
    words
      .map(([first]) => first)
      .join('')
      .includes(plain(typed))
  )
    return 2;
  return asked.every((one) => words.some((word) => word.startsWith(one))) ? 3 : undefined;
}

/** The procedures that are meant by a few letters, the nearest first. */
export function procedureMatches(
  procedures: readonly ProcedureInForce[],
  typed: string,
): readonly ProcedureInForce[] {
  if (plain(typed) === '') return [];
  return procedures
    .flatMap((procedure) => {
      const far = distance(typed, procedure);
      return far === undefined ? [] : [{ procedure, far }];
    })
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_SHOWN)
    .map(({ procedure }) => procedure);
}
