import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { workingMoment } from '../../platform/text/working-hours.js';
import { UnitFacts } from '../../units/index.js';
import { openUntil, reminderDue } from '../domain/feedback-times.js';
import { FeedbackDue } from '../queries/feedback-due.js';
import { FeedbackRepository } from '../storage/feedback-repository.js';
import { PostFeedbackRequest } from './post-feedback.js';

/** Asks those who took part for feedback, in their own working hours, and reminds them once. */
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

  async execute(): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    for (const person of await this.due.toAsk(now)) {
      if (!workingMoment(now, person.zone, isHoliday)) continue;
      const expiresAt = openUntil(now);
      await this.database.transaction(async () => {
        if (!(await this.feedback.ask(person.participantId, now, expiresAt))) return;
        await this.post.execute(person, expiresAt, 'first');
      });
    }
    for (const person of await this.due.toRemind(now)) {
      if (!reminderDue(person.askedAt, now, person.zone, isHoliday)) continue;
      await this.database.transaction(async () => {
        if (!(await this.feedback.remind(person.participantId, now))) return;
        await this.post.execute(person, person.expiresAt, 'reminder');
      });
    }
  }
}
