import scalar from '@scalar/fastify-api-reference';
import { fastify } from 'fastify';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// Writes the page on which the API's description is read, and its script, into the folder it is given: the library holds
// four megabytes of it in memory and takes a fifth of a second to load, for what never changes.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('where to?');

const server = fastify();
await server.register(scalar, {
  routePrefix: '/reference',
  configuration: { url: '/api/openapi.json', title: 'Minh Bạch' },
} as never);
for (const [address, file] of [
  ['/reference/', 'index.html'],
  ['/reference/js/scalar.js', 'js/scalar.js'],
] as const) {
  const { statusCode, rawPayload } = await server.inject(address);
  if (statusCode !== 200) throw new Error(`${address}: ${statusCode}`);
  await mkdir(join(folder, file, '..'), { recursive: true });
  await writeFile(join(folder, file), rawPayload);
}
