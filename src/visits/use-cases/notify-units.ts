import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitKind } from '../domain/reference.js';
import { noticeMail, noticeOf, type Notice, type NoticeFacts } from '../domain/visit-notices.js';
import { missingApprovals } from '../domain/approvals.js';
import { NoticeReaders, type NoticeReader } from '../queries/notice-readers.js';
import { VisitFactsQuery, type VisitFacts } from '../queries/visit-facts.js';
import { VisitHistory, type HistoryLine } from '../queries/visit-history.js';

/** Tells the people of both units and the regional offices of a step, once each; never the one who took it. */
@Injectable()
export class NotifyUnits {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly visits: VisitFactsQuery,
    private readonly history: VisitHistory,
    private readonly readers: NoticeReaders,
  ) {}

  async execute(visitId: string, version: number): Promise<void> {
    await this.database.transaction(async () => {
      const visit = await this.visits.byId(visitId);
      const line = (await this.history.execute(visitId)).find((entry) => entry.version === version);
      if (!visit || !line) return;
      const notice = noticeOf(line.action, line.fromState);
      if (!notice) return;
      const readers = await this.readers.execute(visit, audience(notice, visit, line), line.actorId);
      for (const reader of readers) {
        if (reader.takesPart && notice.reachesCalendars) continue;
        await this.post(notice, reader, visit, line);
      }
    });
  }

  private async post(
    notice: Notice,
    reader: NoticeReader,
    visit: VisitFacts,
    line: HistoryLine,
  ): Promise<void> {
    const missing = missingApprovals(visit.approvalsNeeded, visit.approvals);
    const facts: NoticeFacts = {
      ...visit,
      kind: visit.kind as VisitKind,
      timeZone: visit.timeZone as Zone,
      actorName: line.actorName,
      reason: line.reason,
      pageUrl: `${this.site.publicUrl}/kunjungan/${visit.id}`,
      approvalAsked:
        line.action === 'submit' && reader.regionalOffice !== null && missing.includes(reader.regionalOffice),
    };
    await this.outbox.post({
      key: `visit-notice:${visit.id}:${line.version}:${reader.email}`,
      stream: visit.id,
      to: { name: reader.name, email: reader.email },
      ...noticeMail(notice, reader.name, facts),
    });
  }
}

/** Units and regional offices to tell; `other` is the side that did not act. */
function audience(
  { units, regional }: Notice,
  visit: VisitFacts,
  line: HistoryLine,
): { units: string[]; regionalOffices: string[] } {
  const both = [visit.guestUnit, visit.hostUnit];
  const sides = {
    guest: [visit.guestUnit],
    host: [visit.hostUnit],
    both,
    other: both.filter((unit) => unit !== line.actorUnit),
  };
  return {
    units: sides[units],
    regionalOffices: regional ? [visit.guestRegionalOffice, visit.hostRegionalOffice] : [],
  };
}
