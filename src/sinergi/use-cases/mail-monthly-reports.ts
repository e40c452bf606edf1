import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import type { Attachment } from '../../platform/mail/outgoing-mail.js';
import { Site } from '../../platform/security/access-guard.js';
import { monthWords } from '../../platform/text/calendar-words.js';
import { OfficeReaders } from '../../people/index.js';
import { reportMail } from '../domain/report-mail.js';
import { dueReportMonth } from '../domain/report-month.js';
import { ReportSubscriptions } from '../storage/report-subscriptions.js';
import { ExportSinergi, type ExportFacts } from './export-sinergi.js';
import { headFigures } from './head-figures.js';

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

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const wanting = new Set(await this.subscriptions.offices());
    return (await this.readers.execute(range)).map(({ office, zone, readers }) => ({
      key: office,
      due: () => {
        const month = wanting.has(office) ? dueReportMonth(now, zone) : null;
        return month === null ? null : readers.map(({ email }) => mailKey(office, month, email));
      },
    }));
  }

  async one(code: string): Promise<void> {
    const [found] = await this.readers.execute(onlyOf(code));
    const month = found ? dueReportMonth(this.clock.now(), found.zone) : null;
    if (!found || month === null || !(await this.subscriptions.isOn(code))) return;
    const { office, officeName, zone, readers } = found;
    const { facts, attachments } = await this.write({ from: month, to: month, office, program: null }, zone);
    const figures = headFigures(facts.figures).map(({ name: figure, value }) => [figure, value] as const);
    const href = `${this.site.publicUrl}/sinergi?dari=${month}&sampai=${month}`;
    const letter = { officeName, month: monthWords(month), figures, href };
    const mails = readers.map(({ name, email }) => ({
      key: mailKey(office, month, email),
      stream: null,
      bulk: 'digest' as const,
      to: { name, email },
      ...reportMail({ name, ...letter }),
      attachments,
    }));
    await this.outbox.postAll(mails);
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

const mailKey = (office: string, month: string, email: string): string =>
  `sinergi-report:${office}:${month}:${email}`;
