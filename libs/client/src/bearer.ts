import type { Config } from './generated/client/index.js';

/**
 * By which token a client goes (mã truy cập), of a session or of a system: `createConfig({ baseUrl, auth: bearer(token) })`.
 * A page that the service itself serves needs none: its session's cookie goes along.
 */
export const bearer =
  (token: string): Config['auth'] =>
  // The API takes a cookie too; a token that were sent as one is refused from anywhere but its own pages.
  ({ scheme }) =>
    scheme === 'bearer' ? token : undefined;
