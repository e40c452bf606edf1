import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { PersonalLinks } from '../../visits/index.js';
import { summaryMail } from '../domain/summary-mail.js';
import { PublishedSummary } from '../queries/published-summary.js';
import { SummarisedVisits } from './summarised-visits.js';
import { SummaryRecipients } from './summary-recipients.js';

/** Mails a published summary to every participant, both units and the regional offices, once each. */
@Injectable()
export class MailSummary {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly visits: SummarisedVisits,
    private readonly summaries: PublishedSummary,
    private readonly recipients: SummaryRecipients,
    private readonly personal: PersonalLinks,
  ) {}

  async execute(visitId: string, revision: number): Promise<void> {
    await this.database.transaction(async () => {
      const published = await this.summaries.revision(visitId, revision);
      const visit = await this.visits.byId(visitId);
      if (!published || !visit) return;
      for (const [email, name] of await this.recipients.of(visit.facts)) {
        const pages = await this.personal.at(visitId, email);
        await this.outbox.post({
          key: `summary:${visitId}:${revision}:${email}`,
          stream: visitId,
          to: { name, email },
          ...summaryMail(name, { ...visit.shown, pages }, revision, published.content),
        });
      }
    });
  }
}
