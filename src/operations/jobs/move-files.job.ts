import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { MoveFiles } from '../use-cases/move-files.js';

/** Every hour, until no document lies in the database any more. */
@Sweep({
  name: 'operations.move-files',
  cron: '25 * * * *',
  missed: { caughtUpUntil: 'all documents lie in the store of files' },
})
export class MoveFilesJob implements SweepHandler {
  constructor(private readonly files: MoveFiles) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.files.find(range);
  }

  one(key: string): Promise<void> {
    return this.files.one(key);
  }
}
