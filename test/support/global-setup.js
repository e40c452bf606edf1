import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
// Jest loads this file without its transform, so it takes what `npm run build` made.
import { startEmbeddedServer } from '../../dist/src/platform/database/embedded-server.js';

/**
 * One PostgreSQL for the whole run; each test file makes databases of its own in it. One unpacked Chromium, too:
 * two workers that unpack it at once would start half a program.
 */
export default async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), 'sambang-test-'));
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const server = await startEmbeddedServer(folder, { settings });
  globalThis.testServer = { folder, server };
  process.env.TEST_DATABASE_URL = server.url;
  process.env.TEST_CHROMIUM = await chromium.executablePath();
}
