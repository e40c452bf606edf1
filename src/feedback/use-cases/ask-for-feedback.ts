import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { workingMoment } from '../../platform/text/working-hours.js';
import { UnitFacts } from '../../units/index.js';
import { openUntil } from '../domain/feedback-times.js';
import { FeedbackDue } from '../queries/feedback-due.js';
import { FeedbackRepository } from '../storage/feedback-repository.js';
import { PostFeedbackRequest } from './post-feedback.js';

/** Asks those who took part for feedback, in their own working hours. */
@Injectable()
export class AskForFeedback {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly due: FeedbackDue,
    private readonly feedback: FeedbackRepository,
    private readonly post: PostFeedbackRequest,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    return (await this.due.toAsk(now, range)).map((person) => ({
      key: person.participantId,
      due: () => (workingMoment(now, person.zone, isHoliday) ? [] : null),
    }));
  }

  async one(participantId: string): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const [person] = await this.due.toAsk(now, onlyOf(participantId));
    if (!person || !workingMoment(now, person.zone, isHoliday)) return;
    const expiresAt = openUntil(now);
    await this.database.transaction(async () => {
      if (!(await this.feedback.ask(participantId, now, expiresAt))) return;
      await this.post.execute(person, expiresAt, 'first');
    });
  }
}
