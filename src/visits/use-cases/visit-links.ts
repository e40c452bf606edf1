import { Injectable } from '@nestjs/common';
import { Site } from '../../platform/security/access-guard.js';
import { answerDue } from '../domain/answer-deadline.js';
import type { HostLink } from '../domain/host-link-mail.js';
import { timeInQuestion } from '../domain/host-time.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { VisitSurroundings } from '../queries/visit-surroundings.js';
import { IssueHostLink } from './issue-host-link.js';

/** What mails about a visit lead to: its page, and for a host where nobody has an account a page of its own. */
@Injectable()
export class VisitLinks {
  constructor(
    private readonly site: Site,
    private readonly links: IssueHostLink,
    private readonly surroundings: VisitSurroundings,
  ) {}

  page({ id }: VisitFacts): string {
    return `${this.site.publicUrl}/kunjungan/${id}`;
  }

  /** Null where nothing waits for the host's answer. */
  async answer(visit: VisitFacts): Promise<HostLink | null> {
    const href = await this.links.execute(visit);
    if (href === null) return null;
    const { shortestNoticeDays } = await this.surroundings.execute(visit.id);
    return { href, due: answerDue({ ...visit, ...timeInQuestion(visit), shortestNoticeDays }) };
  }
}
