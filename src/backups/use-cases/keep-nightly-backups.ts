import { readFile, rm, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../../platform/clock/clock.js';
import { filesOf, MANIFEST, type Manifest } from '../domain/manifest.js';
import { beyondRetention } from '../domain/retention.js';
import { BackupRunRepository } from '../storage/backup-run-repository.js';
import { MakeBackup } from './make-backup.js';

/** Makes the backup of a night in BACKUP_DIR, and removes those that are too old. */
@Injectable()
export class KeepNightlyBackups {
  private readonly logger = new Logger('backups');

  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly runs: BackupRunRepository,
    private readonly makeBackup: MakeBackup,
  ) {}

  /** Does nothing without BACKUP_DIR, or while another backup is being made. */
  async execute(): Promise<void> {
    const { BACKUP_DIR, BACKUP_KEEP } = this.environment;
    if (!BACKUP_DIR) return;
    const name = `sambang-${this.clock
      .now()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '')}`;
    const bytes = await this.makeBackup.execute(join(BACKUP_DIR, name), true);
    if (bytes === null) return;
    this.logger.log(`Backup ${join(BACKUP_DIR, name)}, ${bytes} bytes`);
    for (const { id, folder } of beyondRetention(await this.runs.nightlyKept(), BACKUP_KEEP)) {
      if (await this.isRemoved(id, folder)) await this.runs.markRemoved(id, this.clock.now());
    }
  }

  /** One that cannot be removed keeps neither tonight's from being good nor the others from going. */
  private async isRemoved(id: string, folder: string): Promise<boolean> {
    try {
      await this.remove(id, folder);
      return true;
    } catch (error) {
      this.logger.error(`Backup ${folder} could not be removed: ${(error as Error).message}`);
      return false;
    }
  }

  /** Removes a backup, only if it is the one that was made there, and of its folder only what was written then. */
  private async remove(id: string, folder: string): Promise<void> {
    const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null);
    // Gone, or on another computer's disk.
    if (text === null) return;
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.id !== id) return;
    // Without it, what is left is no backup any more.
    await unlink(join(folder, MANIFEST));
    const files = filesOf(manifest).map(({ path }) => path);
    for (const path of [...files, 'SHA256SUMS']) await rm(join(folder, path), { force: true });
    for (const path of ['tables', 'mails', ...(manifest.files ? ['files'] : []), '.']) {
      await rmdir(join(folder, path)).catch((error: Error) => {
        this.logger.warn(`${folder} holds what no backup wrote: ${error.message}`);
      });
    }
  }
}
