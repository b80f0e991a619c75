/** What the apps provide to every capability's controllers. */
export const POOL = Symbol('pg.Pool');
export const CLOCK = Symbol('Clock');
