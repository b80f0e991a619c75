import type { Day } from '#kernel';

/**
 * Which units have a duty in somebody's data (R34): by unit, what gave each duty (a registration, a dossier, a reason) and
 * its last day; null while what gave it goes on.
 */
export type Duties = ReadonlyMap<string, ReadonlyMap<string, Day | null>>;

/** The duty of the unit that keeps the record: it ends with the record alone. */
export const REGISTRATION = 'registration';

/** Until a day, or as long as what gives it goes on. */
export const givenTo = (duties: Duties, unitId: string, ground: string, until: Day | null = null): Duties =>
  new Map(duties).set(unitId, new Map(duties.get(unitId)).set(ground, until));

/** What stood on these grounds ends with a day; the rest goes on. */
export const endingOn = (duties: Duties, grounds: readonly string[], until: Day): Duties =>
  new Map(
    [...duties].map(([unitId, given]) => [
      unitId,
      new Map(
        [...given].map(([ground, last]) => [ground, grounds.includes(ground) ? (last ?? until) : last]),
      ),
    ]),
  );

/** Whether a duty stands on a ground and nothing has ended it yet. */
export const goesOn = (duties: Duties, ground: string): boolean =>
  [...duties.values()].some((given) => given.get(ground) === null);

/** The units with a duty on a day. */
export const unitsOn = (duties: Duties, day: Day): string[] =>
  [...duties].flatMap(([unitId, given]) =>
    [...given.values()].some((last) => last === null || last >= day) ? [unitId] : [],
  );
