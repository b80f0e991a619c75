/** The typed client of the API (máy khách có kiểu): one function an operation, made from the API's own description. */
export * from './generated/sdk.gen.js';
export type * from './generated/types.gen.js';
export { client } from './generated/client.gen.js';
export { createClient, createConfig, type Client } from './generated/client/index.js';
export { bearer } from './bearer.js';
