import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from './durable.js';
import { asFilesAway } from './file-error.js';
import { ObjectStore, type OpenObject } from './object-store.js';
import type { SpooledFile } from './spooled-file.js';

/** The folder of a data folder in which objects lie, and those that come in. */
export const filesFolder = (dataFolder: string): string => join(dataFolder, 'files');

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Objects in the data folder: `files/<first two letters>/<sha256>`, written beside, to the disk, and renamed. */
export class FolderObjects extends ObjectStore {
  readonly place = 'folder';
  private readonly folder: string;

  constructor(dataFolder: string) {
    super();
    this.folder = filesFolder(dataFolder);
  }

  async size(sha256: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(sha256))).size;
    } catch (error) {
      if (isMissing(error)) return null;
      throw asFilesAway(error);
    }
  }

  /** The spooled file lies in the same folder, on the disk already: it gets its name. */
  async put({ path, sha256 }: SpooledFile): Promise<void> {
    const target = this.pathOf(sha256);
    try {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(path, target);
      await syncFolder(dirname(target));
      await syncFolder(this.folder);
    } catch (error) {
      throw asFilesAway(error);
    }
  }

  async read(sha256: string): Promise<OpenObject | null> {
    const path = this.pathOf(sha256);
    try {
      const file = await open(path, 'r');
      const { size } = await file.stat();
      return { stream: createReadStream(path, { fd: file }), size };
    } catch (error) {
      if (isMissing(error)) return null;
      throw asFilesAway(error);
    }
  }

  async remove(sha256: string): Promise<void> {
    try {
      await rm(this.pathOf(sha256), { force: true });
    } catch (error) {
      throw asFilesAway(error);
    }
  }

  private pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}
