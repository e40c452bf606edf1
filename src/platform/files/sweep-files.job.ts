import { Clock } from '../clock/clock.js';
import { Job, type JobHandler } from '../jobs/job.js';
import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../jobs/sweep.js';
import { LooseFiles } from './loose-files.js';
import { Spool } from './spool.js';
import { StoredFileRepository } from './stored-file-repository.js';

/** After which nobody comes any more to name what was kept. */
const FORGOTTEN_MS = 24 * 3_600_000;

/** Every night, after the backup: objects that no row holds, because a process died or rows went along with others. */
@Sweep({
  name: 'files.remove-loose',
  cron: '10 3 * * *',
  missed: { caughtUpUntil: 'what nobody holds is gone' },
})
export class RemoveLooseFilesJob implements SweepHandler {
  constructor(
    private readonly clock: Clock,
    private readonly rows: StoredFileRepository,
    private readonly files: LooseFiles,
  ) {}

  async find({ after, limit }: SweepRange): Promise<Candidate[]> {
    const before = new Date(this.clock.now().getTime() - FORGOTTEN_MS);
    const found = await this.rows.loose(before, after, limit);
    return found.map((key) => ({ key, due: () => [] }));
  }

  one(key: string): Promise<void> {
    return this.files.remove(key);
  }
}

@Job({
  name: 'files.remove-old-parts',
  cron: '20 3 * * *',
  alone: 'a folder of files that never became any: one that cannot be removed is found again',
  missed: { caughtUpUntil: 'the next night' },
})
export class RemoveOldPartsJob implements JobHandler {
  constructor(private readonly spool: Spool) {}

  handle(): Promise<void> {
    return this.spool.removeOld();
  }
}
