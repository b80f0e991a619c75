/** What the process provides to its controllers. */
export const RUNTIME = Symbol('Runtime');
export const QUEUE = Symbol('WakeQueue');
