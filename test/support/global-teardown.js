import { rm } from 'node:fs/promises';

export default async function teardown() {
  await Promise.all((globalThis.testServers ?? []).map((server) => server.stop()));
  if (globalThis.testFolder) await rm(globalThis.testFolder, { recursive: true, force: true });
}
