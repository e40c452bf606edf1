import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { KeepNightlyBackups } from '../use-cases/keep-nightly-backups.js';

/** At a quarter past one in the night. */
@Job({
  name: 'backups.nightly',
  cron: '15 1 * * *',
  alone: 'one backup of everything at one moment',
  missed: { caughtUpUntil: 'the next night' },
})
export class NightlyBackupJob implements JobHandler {
  constructor(private readonly backups: KeepNightlyBackups) {}

  handle(): Promise<void> {
    return this.backups.execute();
  }
}
