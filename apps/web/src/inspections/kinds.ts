import type { Inspection } from '#client';

export const KINDS = [
  'reform',
  'duty',
  'discipline',
  'delegated',
  'quality',
] as const satisfies readonly Inspection['kind'][];

/** Faults and non-conformities are to be remedied. */
export const isToRemedy = ({ kind }: Pick<Inspection['findings'][number], 'kind'>): boolean =>
  kind === 'fault' || kind === 'nonconformity';
