import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { JobQueue } from '../jobs/job-queue.js';
import { ObjectStores } from './object-stores.js';
import { StoredFileRepository } from './stored-file-repository.js';

/** The job that removes an object which lost its last row. */
export const RELEASE_FILE = 'files.release';

/** Removes objects that no row holds any more. */
@Injectable()
export class LooseFiles {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly stores: ObjectStores,
    private readonly rows: StoredFileRepository,
    private readonly queue: JobQueue,
  ) {}

  /** Removes an object once the open transaction, which removes a row that held it, is committed; unless another row does. */
  async release(sha256: string): Promise<void> {
    await this.queue.send(RELEASE_FILE, { sha256 });
  }

  /** Removes an object that no row holds and nobody claims. While a backup is made none goes: the next night's sweep finds it. */
  async remove(sha256: string): Promise<void> {
    await this.database.transaction(async () => {
      if (!(await this.rows.mayRemove())) return;
      const place = await this.rows.forget(sha256, this.clock.now());
      // Before the commit: what cannot be removed stays known, and is tried again.
      if (place) await this.stores.get(place).remove(sha256);
    });
  }
}
