import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/mail/outbox.js';
import type { Attachment } from '../../platform/mail/outgoing-mail.js';
import { Site } from '../../platform/security/access-guard.js';
import { OfficeReaders } from '../../people/index.js';
import { reportMail } from '../domain/report-mail.js';
import { dueReportMonth } from '../domain/report-month.js';
import { ReportSubscriptions } from '../storage/report-subscriptions.js';
import { ExportSinergi, type ExportFacts } from './export-sinergi.js';
import { headFigures } from './sinergi-report.js';
import { monthName } from '../domain/period-words.js';

interface WrittenReport {
  facts: ExportFacts;
  attachments: Attachment[];
}

/** Mails each regional office that wants it the report of the month that is over, once a reader. */
@Injectable()
export class MailMonthlyReports {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly readers: OfficeReaders,
    private readonly subscriptions: ReportSubscriptions,
    private readonly exports: ExportSinergi,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const wanting = new Set(await this.subscriptions.offices());
    if (wanting.size === 0) return;
    const written = new Map<string, WrittenReport>();
    for (const { office, officeName, zone, name, email } of await this.readers.execute()) {
      const month = dueReportMonth(now, zone);
      if (month === null || !wanting.has(office)) continue;
      const key = `sinergi-report:${office}:${month}:${email}`;
      if (await this.outbox.knows(key)) continue;
      const { facts, attachments } =
        written.get(office) ?? (await this.write({ from: month, to: month, office, program: null }, zone));
      written.set(office, { facts, attachments });
      const figures = headFigures(facts.figures).map(({ name: figure, value }) => [figure, value] as const);
      const href = `${this.site.publicUrl}/sinergi?dari=${month}&sampai=${month}`;
      const letter = reportMail({ name, officeName, month: monthName(month), figures, href });
      await this.outbox.post({ key, stream: null, to: { name, email }, ...letter, attachments });
    }
  }

  private async write(scope: ExportFacts['scope'], zone: ExportFacts['zone']): Promise<WrittenReport> {
    const facts = await this.exports.facts(scope, zone);
    const files = [await this.exports.report(facts, 'pdf'), await this.exports.report(facts, 'docx')];
    return {
      facts,
      attachments: files.map(({ name, mediaType, content }) => ({
        filename: name,
        contentType: mediaType,
        content,
      })),
    };
  }
}
