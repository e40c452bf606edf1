import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { TellAnswers } from '../use-cases/tell-answers.js';

/** Every ten minutes; an item is a visit. */
@Sweep({ name: 'visits.tell-answers', cron: '*/10 * * * *', missed: { caughtUpUntil: 'the visit begins' } })
export class TellAnswersJob implements SweepHandler {
  constructor(private readonly tell: TellAnswers) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.tell.find(range);
  }

  one(key: string): Promise<void> {
    return this.tell.one(key);
  }
}

/** What participants say may be urgent; the sweep tells the rest. */
@Job<{ visitId: string }>({
  name: 'visits.tell-urgent-answers',
  on: ['visit.participant-heard'],
  key: ({ visitId }) => visitId,
})
export class TellUrgentAnswersJob implements JobHandler<{ visitId: string }> {
  constructor(private readonly tell: TellAnswers) {}

  handle({ visitId }: { visitId: string }): Promise<void> {
    return this.tell.one(visitId);
  }
}
