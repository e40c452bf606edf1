import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { nameBeside, syncFolder } from '../../platform/files/durable.js';

/** A file that is kept: its bytes, and their digest. */
export interface KeptFile {
  size: number;
  sha256: string;
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Where the files of bundles lie: `bundles/<id>/` of the data folder, each written beside, to the disk, and renamed. */
@Injectable()
export class BundleFiles {
  private readonly folder: string;

  constructor(environment: Environment) {
    this.folder = join(environment.DATA_DIR, 'bundles');
  }

  /** Keeps a file whole or not at all. */
  async keep(id: string, name: string, content: Uint8Array): Promise<KeptFile> {
    await this.keepBy(id, name, (path) => writeFile(path, content, { mode: 0o600 }));
    return { size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  }

  /** Keeps what is written to a path. */
  async keepBy(id: string, name: string, write: (path: string) => Promise<void>): Promise<void> {
    const folder = join(this.folder, id);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const beside = nameBeside(this.pathOf(id, name));
    await write(beside);
    const file = await open(beside, 'r+');
    await file.sync().finally(() => file.close());
    await rename(beside, this.pathOf(id, name));
    await syncFolder(folder);
  }

  pathOf(id: string, name: string): string {
    return join(this.folder, id, name);
  }

  read(id: string, name: string): Promise<Buffer> {
    return readFile(this.pathOf(id, name));
  }

  /** A file as it is read piece by piece; null for none. */
  async open(id: string, name: string): Promise<{ stream: Readable; size: number } | null> {
    try {
      const { size } = await stat(this.pathOf(id, name));
      return { stream: createReadStream(this.pathOf(id, name)), size };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** Bytes of each file, by its name. */
  async sizes(id: string): Promise<Map<string, number>> {
    try {
      const names = await readdir(join(this.folder, id));
      const sizes = await Promise.all(names.map(async (name) => (await stat(this.pathOf(id, name))).size));
      return new Map(names.map((name, index) => [name, sizes[index] ?? 0]));
    } catch (error) {
      if (isMissing(error)) return new Map();
      throw error;
    }
  }

  /** Takes away files of a bundle by their names. */
  async drop(id: string, names: readonly string[]): Promise<void> {
    for (const name of names) await rm(this.pathOf(id, name), { force: true });
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.folder, id), { recursive: true, force: true });
  }

  /** Ids of bundles whose files are there. */
  async ids(): Promise<string[]> {
    try {
      return (await readdir(this.folder)).filter((name) => ID.test(name));
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }
}
