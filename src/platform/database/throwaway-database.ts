import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedServer } from './embedded-server.js';
import { migrate } from './migrate.js';

const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Runs work on a fresh database that the migrations built, whose files are below the folder; both are gone afterwards. */
export async function onThrowawayDatabase<Result>(
  work: (url: string, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'sambang-throwaway-'));
  try {
    const database = await startEmbeddedServer(folder, { settings: SETTINGS });
    try {
      await migrate(database.url);
      return await work(database.url, folder);
    } finally {
      await database.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
