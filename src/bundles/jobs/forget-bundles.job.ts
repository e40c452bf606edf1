import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { ForgetBundles } from '../use-cases/forget-bundles.js';

/** Each night; an item is a bundle. */
@Sweep({ name: 'bundles.forget', cron: '20 2 * * *', missed: { caughtUpUntil: 'what is old is gone' } })
export class ForgetBundlesJob implements SweepHandler {
  constructor(private readonly forget: ForgetBundles) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.forget.find(range);
  }

  one(key: string): Promise<void> {
    return this.forget.one(key);
  }
}

/** Each night, files whose bundle went with its visit. */
@Job({
  name: 'bundles.forget-files',
  cron: '40 2 * * *',
  alone: 'it compares the names in one folder with one list of ids',
  missed: { caughtUpUntil: 'what is stray is gone' },
})
export class ForgetBundleFilesJob implements JobHandler {
  constructor(private readonly forget: ForgetBundles) {}

  handle(): Promise<void> {
    return this.forget.strayFiles();
  }
}
