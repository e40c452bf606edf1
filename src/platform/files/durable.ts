import { randomBytes } from 'node:crypto';
import { open, rename } from 'node:fs/promises';

/** Waits until the names in a folder are on the disk. Windows knows no such wait and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a small file whole or not at all: beside, to the disk, then under its name. Its mode is 0600. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const beside = nameBeside(path);
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** A name beside a path that nobody else takes: for what is being made. */
export const nameBeside = (path: string): string => `${path}.new-${randomBytes(4).toString('hex')}`;
