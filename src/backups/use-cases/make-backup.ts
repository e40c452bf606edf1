import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../../platform/clock/clock.js';
import { StartRefusal } from '../../platform/errors/start-refusal.js';
import { FileStore } from '../../platform/files/file-store.js';
import { DatabaseUrl } from '../../platform/jobs/database-url.js';
import { BackupRunRepository } from '../storage/backup-run-repository.js';
import { unfinishedName, writeBackup } from './write-backup.js';

/** Makes a backup, and notes what became of it. */
@Injectable()
export class MakeBackup {
  constructor(
    private readonly environment: Environment,
    private readonly databaseUrl: DatabaseUrl,
    private readonly clock: Clock,
    private readonly runs: BackupRunRepository,
    private readonly files: FileStore,
  ) {}

  /**
   * @param target folder that the backup becomes
   * @returns its size in bytes, or null when another one is being made
   */
  async execute(target: string, nightly = false): Promise<number | null> {
    const run = { id: randomUUID(), folder: resolve(target), nightly };
    const now = (): Date => this.clock.now();
    try {
      const order = {
        id: run.id,
        databaseUrl: this.databaseUrl.value,
        dataFolder: this.environment.DATA_DIR,
        target: run.folder,
        now,
        objects: {
          stores: this.files.stores,
          lost: (sha256: string) => this.files.tellDamaged(sha256),
        },
      };
      const bytes = await writeBackup(order, async () => {
        await this.clearCutOff(run.id);
        await this.runs.begin(run, now());
      });
      if (bytes !== null) await this.runs.succeed(run.id, bytes, now());
      return bytes;
    } catch (error) {
      if (!(error instanceof StartRefusal)) await this.runs.fail(run, (error as Error).message, now());
      throw error;
    }
  }

  /** Removes what attempts that were cut off had begun, and notes that they came to nothing. */
  private async clearCutOff(except: string): Promise<void> {
    for (const run of await this.runs.cutOff(except)) {
      await rm(unfinishedName({ id: run.id, target: run.folder }), { recursive: true, force: true });
      await this.runs.fail(run, 'terputus sebelum selesai', this.clock.now());
    }
  }
}
