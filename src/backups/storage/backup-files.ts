import { createReadStream, createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writable, type Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Digest } from '../../platform/files/digest.js';
import { syncFolder } from '../../platform/files/durable.js';
import type { BackupFile } from '../domain/manifest.js';

const sum = (digest: Digest, path: string): BackupFile => ({
  path,
  bytes: digest.bytes,
  sha256: digest.sha256(),
});

/** Writes a new file of a backup below its folder, through what changes the bytes, and waits until it is on the disk. */
export async function writeFileOf(
  folder: string,
  path: string,
  source: Readable,
  ...through: Transform[]
): Promise<BackupFile> {
  const digest = new Digest();
  const target = createWriteStream(join(folder, path), { flags: 'wx', mode: 0o600, flush: true });
  await pipeline([source, ...through, digest, target]);
  return sum(digest, path);
}

/** Reads a file of a backup to its end. */
export async function sumOf(folder: string, path: string): Promise<BackupFile> {
  const digest = new Digest();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(createReadStream(join(folder, path)), digest, nowhere);
  return sum(digest, path);
}

/** Waits until the names in the folder of each of these files are on the disk, and in the folder itself. */
export async function syncNames(folder: string, paths: readonly string[]): Promise<void> {
  const folders = new Set([folder, ...paths.map((path) => dirname(join(folder, path)))]);
  for (const each of folders) await syncFolder(each);
}

/** Names in a folder; none when there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
