import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefusal } from '../../platform/errors/start-refusal.js';
import {
  filesOf,
  MANIFEST,
  whyUnknown,
  type BackupFile,
  type RestorableSchema,
  type Manifest,
} from '../domain/manifest.js';
import { namesIn, sumOf } from '../storage/backup-files.js';

/**
 * Reads what a backup holds, and every byte of it once.
 *
 * @throws StartRefusal when it is not whole, not as it was written, or made by what this program does not know
 */
export async function readBackup(folder: string, known: RestorableSchema): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const why = whyUnknown(manifest, known);
  if (why) throw new StartRefusal(`${folder} cannot be restored: ${why}.`);
  const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8').catch(() => '');
  const itself = await sumOf(folder, MANIFEST);
  if (!sums.includes(`${itself.sha256}  ${MANIFEST}\n`)) throw damaged(folder, MANIFEST);
  for (const file of filesOf(manifest)) await check(folder, file);
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null);
  if (text === null) {
    const inside = (await namesIn(folder).catch(() => [])).filter((name) =>
      /^sambang-\d{8}T\d{6}Z$/.test(name),
    );
    const hint = inside.length > 0 ? ` Backups lie in it: name one of them, as ${inside.at(-1)}.` : '';
    throw new StartRefusal(`${folder} is not a backup: it has no readable ${MANIFEST}.${hint}`);
  }
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    throw damaged(folder, MANIFEST);
  }
}

async function check(folder: string, file: BackupFile): Promise<void> {
  const found = await sumOf(folder, file.path).catch(() => null);
  if (found?.sha256 !== file.sha256 || found.bytes !== file.bytes) throw damaged(folder, file.path);
}

const damaged = (folder: string, path: string): StartRefusal =>
  new StartRefusal(
    `${folder} is damaged: ${path} is not as it was written. Nothing was restored; take another backup.`,
  );
