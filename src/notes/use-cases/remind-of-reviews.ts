import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { workingMoment } from '../../platform/text/working-hours.js';
import { UnitFacts } from '../../units/index.js';
import { reviewMail } from '../domain/note-mail.js';
import { DueReviews, type DueReview } from '../queries/due-reviews.js';

/** Reminds heads of units of notes to be read again: once for a date, in the unit's own working hours. */
@Injectable()
export class RemindOfReviews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly units: UnitFacts,
    private readonly due: DueReviews,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    return (await this.due.execute(now, range)).map((review) => ({
      key: review.noteId,
      due: () => {
        if (!workingMoment(now, review.timeZone, isHoliday)) return null;
        return review.readers.map(({ email }) => mailKey(review, email));
      },
    }));
  }

  async one(id: string): Promise<void> {
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const [review] = await this.due.execute(now, onlyOf(id));
      if (!review || !workingMoment(now, review.timeZone, await this.units.holidaysAround(now))) return;
      const { noteId, title, unitName, dueOn } = review;
      const pageUrl = `${this.site.publicUrl}/praktik-baik/${noteId}`;
      for (const { name, email } of review.readers) {
        const mail = reviewMail(name, { title, unitName, pageUrl }, dueOn);
        await this.outbox.post({ key: mailKey(review, email), stream: noteId, to: { name, email }, ...mail });
      }
    });
  }
}

const mailKey = ({ noteId, dueOn }: DueReview, email: string): string =>
  `note-review:${noteId}:${dueOn}:${email}`;
