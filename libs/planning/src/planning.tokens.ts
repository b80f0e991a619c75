/** What the apps provide to this capability. */
export const POOL = Symbol('pg.Pool');
export const CLOCK = Symbol('Clock');
