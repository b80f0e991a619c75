import type { NoneYet } from '#client';

/** What there is of a year: null where there is none yet (chưa có), undefined while it is asked for. */
export const ofYear = <T extends object>(told: T | NoneYet | undefined): T | null | undefined =>
  told !== undefined && 'none' in told ? null : told;
