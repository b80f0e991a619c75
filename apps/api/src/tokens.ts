/** What the process provides to its controllers. */
export const RUNTIME = Symbol('Runtime');
export const QUEUE = Symbol('WakeQueue');
/** Public keys of the witnesses whose cosignatures are taken. */
export const WITNESSES = Symbol('witnesses');
export const SINGLE_SIGN_ON = Symbol('single sign-on');
export const SECOND_FACTOR_FOR_LEADERS = Symbol('second factor for leaders');
export const AUTHORITY = Symbol('authority');
export const OPERATIONS_TOKEN = Symbol('operations-token');
/** For how many seconds after the start no worker need have been seen. */
export const WORKER_GRACE = Symbol('worker grace');
