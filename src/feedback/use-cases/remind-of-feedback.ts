import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { UnitFacts } from '../../units/index.js';
import { reminderDue } from '../domain/feedback-times.js';
import { FeedbackDue } from '../queries/feedback-due.js';
import { FeedbackRepository } from '../storage/feedback-repository.js';
import { PostFeedbackRequest } from './post-feedback.js';

/** Reminds those who were asked for feedback and did not answer: once. */
@Injectable()
export class RemindOfFeedback {
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
    return (await this.due.toRemind(now, range)).map((person) => ({
      key: person.participantId,
      due: () => (reminderDue(person.askedAt, now, person.zone, isHoliday) ? [] : null),
    }));
  }

  async one(participantId: string): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const [person] = await this.due.toRemind(now, onlyOf(participantId));
    if (!person || !reminderDue(person.askedAt, now, person.zone, isHoliday)) return;
    await this.database.transaction(async () => {
      if (!(await this.feedback.remind(participantId, now))) return;
      await this.post.execute(person, person.expiresAt, 'reminder');
    });
  }
}
