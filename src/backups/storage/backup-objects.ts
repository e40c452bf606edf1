import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { ObjectStore } from '../../platform/files/object-store.js';
import type { ObjectStores } from '../../platform/files/object-stores.js';
import type { Spool } from '../../platform/files/spool.js';
import type { StoredFileRow } from '../../platform/files/stored-file-repository.js';
import type { BackupFile, Manifest } from '../domain/manifest.js';
import { writeFileOf } from './backup-files.js';

/** The stores whose objects a backup copies. */
export interface BackedObjects {
  stores: ObjectStores;
  /** Is told of one that is missing or not as it was written. */
  lost: (sha256: string) => Promise<void>;
}

const FOLDER = 'files';

/**
 * Copies the objects that rows hold at the backup's instant, each once and held against its digest. One that is lost is named
 * and keeps the rest from nothing; a store that is away does.
 *
 * @throws FileError `files-away`
 */
export async function copyObjects(
  client: Client,
  folder: string,
  objects: BackedObjects,
): Promise<Required<Pick<Manifest, 'files' | 'lostFiles'>>> {
  await mkdir(join(folder, FOLDER), { mode: 0o700 });
  const { rows } = await client.query<Pick<StoredFileRow, 'sha256' | 'place'>>(
    'SELECT sha256, place FROM public.stored_file WHERE holders > 0 ORDER BY sha256',
  );
  const files: BackupFile[] = [];
  const lostFiles: string[] = [];
  for (const { sha256, place } of rows) {
    const file = await copyObject(folder, objects.stores.get(place), sha256);
    if (file) files.push(file);
    else lostFiles.push(sha256);
  }
  for (const sha256 of lostFiles) await objects.lost(sha256);
  return { files, lostFiles };
}

/** Null for one that is missing or not as it was written. */
async function copyObject(folder: string, store: ObjectStore, sha256: string): Promise<BackupFile | null> {
  const object = await store.read(sha256);
  if (object === null) return null;
  const path = `${FOLDER}/${sha256}`;
  const file = await writeFileOf(folder, path, object.stream);
  if (file.sha256 === sha256) return file;
  await rm(join(folder, path));
  return null;
}

/** Brings the objects of a backup into a store; what it has already stays. */
export async function putObjects(
  folder: string,
  files: readonly BackupFile[],
  store: ObjectStore,
  spool: Spool,
): Promise<void> {
  for (const { path, sha256, bytes } of files) {
    if ((await store.size(sha256)) === bytes) continue;
    const file = await spool.take(createReadStream(join(folder, path)));
    try {
      if (file.sha256 !== sha256) throw new Error(`${path} was not read as it is in the backup`);
      await store.put(file);
    } finally {
      await file.discard();
    }
  }
}
