import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Site } from '../../platform/security/access-guard.js';
import { hashSecret, newSecret } from '../../platform/text/tokens.js';
import { hostAskedAt } from '../domain/host-question.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { VisitFactsQuery } from '../queries/visit-facts.js';
import { HostAnswers } from '../storage/host-answers.js';

/** What goes with a mail that holds such a link: it leaves while that is open which it asks, and only the newest does. */
export const hostLinkMail = { topic: 'host-answer', cause: 'open-question' } as const;

/** Makes links by which a host without accounts answers: each mail has one of its own, which nobody else knows. */
@Injectable()
export class IssueHostLink {
  constructor(
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly facts: VisitFactsQuery,
    private readonly links: HostAnswers,
  ) {}

  /** @returns the address of the page, or null where nothing waits for the host's answer */
  async execute(visit: VisitFacts): Promise<string | null> {
    const askedAt = hostAskedAt(visit);
    if (askedAt === null) return null;
    const secret = newSecret();
    const link = { tokenHash: hashSecret(secret), visitId: visit.id, askedAt, createdAt: this.clock.now() };
    await this.links.add(link);
    return `${this.site.publicUrl}/balas/${secret}`;
  }

  /** The same where the visit is not at hand. */
  async ofVisit(visitId: string): Promise<string | null> {
    const visit = await this.facts.byId(visitId);
    return visit && this.execute(visit);
  }
}
