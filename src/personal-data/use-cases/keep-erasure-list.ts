import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { ERASURE_LIST } from '../../platform/files/erasure-list.js';
import { readErasureLine, type ErasureLine } from '../domain/erasure-list.js';
import type { ErasureRow } from '../storage/erasure-repository.js';

/** The list of who was erased, outside of the database: in the data folder, and beside the nightly backups. */
@Injectable()
export class KeepErasureList {
  constructor(private readonly environment: Environment) {}

  async keep({ id, personId, participants, members, askedAt }: ErasureRow): Promise<void> {
    const line: ErasureLine = { id, personId, participants, members, askedAt: askedAt.toISOString() };
    const { DATA_DIR, BACKUP_DIR } = this.environment;
    for (const folder of [DATA_DIR, ...(BACKUP_DIR ? [BACKUP_DIR] : [])])
      await append(folder, `${JSON.stringify(line)}\n`);
  }

  /** Those of the data folder, each once. */
  async read(): Promise<ErasureLine[]> {
    const text = await readFile(join(this.environment.DATA_DIR, ERASURE_LIST), 'utf8').catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      },
    );
    const lines = text
      .split('\n')
      .map(readErasureLine)
      .filter((line) => line !== null);
    return [...new Map(lines.map((line) => [line.id, line])).values()];
  }
}

async function append(folder: string, line: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(join(folder, ERASURE_LIST), 'a', 0o600);
  try {
    await file.writeFile(line);
    await file.sync();
  } finally {
    await file.close();
  }
}
