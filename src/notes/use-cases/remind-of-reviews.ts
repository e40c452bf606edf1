import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { workingMoment } from '../../platform/text/working-hours.js';
import { UnitFacts } from '../../units/index.js';
import { reviewMail } from '../domain/note-mail.js';
import { DueReviews } from '../queries/due-reviews.js';

/** Reminds heads of units of notes to be read again: once for a date, in the unit's own working hours. */
@Injectable()
export class RemindOfReviews {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly units: UnitFacts,
    private readonly due: DueReviews,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    for (const { noteId, title, unitName, timeZone, dueOn, name, email } of await this.due.execute(now)) {
      if (!workingMoment(now, timeZone, isHoliday)) continue;
      const key = `note-review:${noteId}:${dueOn}:${email}`;
      if (await this.outbox.knows(key)) continue;
      const pageUrl = `${this.site.publicUrl}/praktik-baik/${noteId}`;
      const mail = reviewMail(name, { title, unitName, pageUrl }, dueOn);
      await this.outbox.post({ key, stream: noteId, to: { name, email }, ...mail });
    }
  }
}
