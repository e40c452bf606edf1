import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { WorkImport } from '../use-cases/work-import.js';

/** One import at a time goes on, whatever the process. */
@Job<{ importId: string }>({
  name: 'imports.work',
  on: ['import.confirmed'],
  key: ({ importId }) => importId,
  concurrency: 1,
})
export class WorkImportJob implements JobHandler<{ importId: string }> {
  constructor(private readonly work: WorkImport) {}

  handle({ importId }: { importId: string }): Promise<void> {
    return this.work.execute(importId);
  }
}
