import { Injectable } from '@nestjs/common';
import { Site } from '../../platform/security/access-guard.js';
import { VisitFactsQuery, whereWords, type VisitFacts } from '../../visits/index.js';
import type { SummarisedVisit } from '../domain/summary-mail.js';

/** Visits as mails about their summaries show them. */
@Injectable()
export class SummarisedVisits {
  constructor(
    private readonly site: Site,
    private readonly visits: VisitFactsQuery,
  ) {}

  async byId(visitId: string): Promise<{ facts: VisitFacts; shown: SummarisedVisit } | null> {
    const facts = await this.visits.byId(visitId);
    if (!facts) return null;
    const pageUrl = `${this.site.publicUrl}/kunjungan/${visitId}`;
    return {
      facts,
      shown: { ...facts, place: whereWords({ ...facts, meetingLink: null }, facts.place), pageUrl },
    };
  }
}
