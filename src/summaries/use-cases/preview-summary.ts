import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { summaryMail } from '../domain/summary-mail.js';
import { ReadSummary } from './read-summary.js';
import { SummarisedVisits } from './summarised-visits.js';

/** The mail that would go out now. */
@Injectable()
export class PreviewSummary {
  constructor(
    private readonly read: ReadSummary,
    private readonly visits: SummarisedVisits,
  ) {}

  /** @throws RequestError `not-found` also for those who do not write the summary */
  async execute(actor: Actor, visitId: string): Promise<{ subject: string; html: string }> {
    const { draft, published } = await this.read.execute(actor, visitId);
    const { content } = found(draft);
    const { shown } = found(await this.visits.byId(visitId));
    return summaryMail(actor.name, shown, (published?.revision ?? 0) + 1, content);
  }
}
