import type { Unit } from '#client';
import { organisationShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';

const NONE: readonly Unit[] = [];

/** The units of the office as it stands. */
export const useUnits = (): readonly Unit[] => useQuery(organisationShowOptions()).data?.units ?? NONE;

/** Names of units, also of those that have ended. */
export function useUnitName(): (unitId: string) => string {
  const office = useQuery(organisationShowOptions()).data;
  const all = office ? [...office.units, ...office.endedUnits] : [];
  return (unitId) => all.find((unit) => unit.unitId === unitId)?.name ?? '–';
}
