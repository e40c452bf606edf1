import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { WorkBundle } from '../use-cases/work-bundle.js';

/** One bundle at a time goes on in a process, so that one PDF at the most is in memory. */
@Job<{ bundleId: string }>({
  name: 'bundles.work',
  on: ['bundle.asked'],
  key: ({ bundleId }) => bundleId,
  concurrency: 1,
  longestSeconds: 1800,
})
export class WorkBundleJob implements JobHandler<{ bundleId: string }> {
  constructor(private readonly work: WorkBundle) {}

  handle({ bundleId }: { bundleId: string }): Promise<void> {
    return this.work.execute(bundleId);
  }
}
