import { AsyncLocalStorage } from 'node:async_hooks';

interface Scope {
  office: string;
  /** The session or token by which somebody is let in. */
  credential: string | undefined;
}

const scope = new AsyncLocalStorage<Scope>();

/** Works in an office: every connection taken meanwhile sees that office's rows alone. */
export const inOffice = <T>(office: string, work: () => T): T =>
  scope.run({ office, credential: scope.getStore()?.credential }, work);

/** The office that is worked in, where one is. */
export const officeWorkedIn = (): string | undefined => scope.getStore()?.office;

/** From here on the request at hand is known to have come by this session or token. */
export function letInBy(credential: string | undefined): void {
  const request = scope.getStore();
  if (request) request.credential = credential;
}

/** By which session or token the request at hand was let in; none for workers and strangers. */
export const credentialInUse = (): string | undefined => scope.getStore()?.credential;
