import { isNativeError } from 'node:util/types';

/** The stream moved on since it was loaded. */
export class VersionConflict extends Error {
  constructor(readonly subject: string) {
    super(`version conflict on ${subject}`);
  }
}

/** A known command id with another body. */
export class CommandIdReused extends Error {
  constructor(readonly commandId: string) {
    super(`command ${commandId} is known with another body`);
  }
}

/** The database did not answer: the act is either fully done or not at all; ask again with the same id. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('the event store is unavailable', { cause });
  }
}

const UNREACHABLE = /^(08|57P|53)/;
const SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ERR_SOCKET_CLOSED',
  'ERR_SOCKET_CLOSED_BEFORE_CONNECTION',
  'ENOTFOUND',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);

/** Whether an error says that the database can't be reached, rather than that it refused. */
export function isConnectionError(error: unknown): boolean {
  // Not `instanceof`: a socket's error may come from another realm than ours (a VM context, a worker).
  if (!isNativeError(error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    SOCKET.has(code) ||
    UNREACHABLE.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|connection error|Client (has encountered|was closed)/i.test(
      error.message,
    )
  );
}

export const sqlState = (error: unknown): string =>
  isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** A value out of its type's range or form (class 22), or one that a table's check does not let in. */
const VALUE_REFUSED = /^(22...|23514)$/;

/** Whether the database refused a value, which it would again: neither a fault of the moment nor one of its schema. */
export const isValueRefused = (error: unknown): boolean => VALUE_REFUSED.test(sqlState(error));
