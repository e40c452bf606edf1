import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { NoticeReaders, VisitFactsQuery, type VisitFacts } from '../../visits/index.js';
import { feedbackResultsMail } from '../domain/feedback-mail.js';
import { resultsOf } from '../domain/feedback-results.js';
import { resultsDue } from '../domain/feedback-times.js';
import { FeedbackDue } from '../queries/feedback-due.js';
import { VisitFeedbackQuery } from '../queries/visit-feedback.js';
import { FeedbackRepository } from '../storage/feedback-repository.js';

/** Mails what came of the feedback about one visit to both units and their regional offices. */
@Injectable()
export class MailResults {
  constructor(
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly visits: VisitFactsQuery,
    private readonly readers: NoticeReaders,
    private readonly feedback: VisitFeedbackQuery,
  ) {}

  async execute(visitId: string): Promise<void> {
    const visit = await this.visits.byId(visitId);
    const feedback = await this.feedback.ofVisit(visitId);
    if (!visit || !feedback) return;
    const results = resultsOf(feedback.released, hashSecret);
    const pageUrl = `${this.site.publicUrl}/kunjungan/${visitId}`;
    for (const { name, email } of await this.readersOf(visit)) {
      await this.outbox.post({
        key: `feedback-results:${visitId}:${email}`,
        stream: visitId,
        to: { name, email },
        ...feedbackResultsMail(name, { ...visit, pageUrl }, results),
      });
    }
  }

  private readersOf(visit: VisitFacts) {
    const units = [visit.guestUnit, visit.hostUnit];
    const regionalOffices = [visit.guestRegionalOffice, visit.hostRegionalOffice];
    return this.readers.execute(visit, { units, regionalOffices }, null);
  }
}

/** Tells the results of each visit's feedback once, when all have answered or a week has passed. */
@Injectable()
export class TellResults {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly due: FeedbackDue,
    private readonly feedback: FeedbackRepository,
    private readonly mail: MailResults,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    return (await this.due.untold(range)).map(({ visitId, ...progress }) => ({
      key: visitId,
      due: () => (resultsDue(progress, now) ? [] : null),
    }));
  }

  async one(visitId: string): Promise<void> {
    const now = this.clock.now();
    const [progress] = await this.due.untold(onlyOf(visitId));
    if (!progress || !resultsDue(progress, now)) return;
    await this.database.transaction(async () => {
      if (await this.feedback.tell(visitId, now)) await this.mail.execute(visitId);
    });
  }
}
