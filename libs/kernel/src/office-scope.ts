import { AsyncLocalStorage } from 'node:async_hooks';

const scope = new AsyncLocalStorage<string>();

/** Works in an office: every connection taken meanwhile sees that office's rows alone. */
export const inOffice = <T>(office: string, work: () => T): T => scope.run(office, work);

/** The office that is worked in, where one is. */
export const officeWorkedIn = (): string | undefined => scope.getStore();
