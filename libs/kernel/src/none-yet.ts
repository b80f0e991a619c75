import { anyOf, named, only, year, type Of, type Shape } from './shape.js';

/** What an office has not got yet of a year (chưa có): whoever plans looks there first, so that it is an answer, not an error. */
export const NoneYet = named('NoneYet', { none: only(true), year });

/** What there is of a year, or that there is none yet. */
export const orNoneYet = <S extends Shape>(shape: S) => anyOf(shape, NoneYet);

export const noneYet = (of: number): Of<typeof NoneYet> => ({ none: true, year: of });
