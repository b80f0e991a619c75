/** What the apps provide to every capability's controllers. */
export const POOL = Symbol('pg.Pool');
export const CLOCK = Symbol('Clock');
/** The office that this installation is run for. */
export const HOME_OFFICE = Symbol('home office');
/** Where the service is reached from outside, without a slash at its end. */
export const PUBLIC_URL = Symbol('public URL');
