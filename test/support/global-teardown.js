import { rm } from 'node:fs/promises';

export default async function tearDown() {
  const { folder, server } = globalThis.testServer;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
