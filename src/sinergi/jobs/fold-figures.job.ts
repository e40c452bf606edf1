import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { KeepFigures } from '../use-cases/keep-figures.js';

/** Every minute: what is noted and not counted yet is counted by each reader. */
@Job({
  name: 'sinergi.fold',
  cron: '* * * * *',
  missed: { leftOut: 'the next run folds what came meanwhile' },
  alone: 'sums are folded by one statement, which looks at no row apart',
})
export class FoldFiguresJob implements JobHandler {
  constructor(private readonly figures: KeepFigures) {}

  handle(): Promise<void> {
    return this.figures.fold();
  }
}
