import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { PageParts } from '../../platform/pages/page-parts.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { isOpenForSummary } from '../domain/summary.js';
import { ReadSummary, type ReadableSummary } from '../use-cases/read-summary.js';
import { SummaryRecipients } from '../use-cases/summary-recipients.js';

declare module '../../platform/pages/page-parts.js' {
  interface PageSlots {
    /** Beside the editor of a summary: what was noted on the day. */
    'summary-sources': {
      actor: Actor;
      visitId: string;
      timeZone: Zone;
      hostUnit: string;
      hostUnitType: string;
    };
  }
}

/** What the page of a summary shows. */
export interface SummaryViewFacts extends ReadableSummary {
  /** Whether the actor may write it now. */
  mayWrite: boolean;
  /** How many people the mail goes to. */
  recipients: number;
  sources: VNode[];
}

@Injectable()
export class SummaryView {
  constructor(
    private readonly read: ReadSummary,
    private readonly recipients: SummaryRecipients,
    private readonly parts: PageParts,
  ) {}

  async of(actor: Actor, visitId: string): Promise<SummaryViewFacts> {
    const summary = await this.read.execute(actor, visitId);
    const { visit, draft } = summary;
    const mayWrite = draft !== null && isOpenForSummary(visit.state);
    if (!mayWrite) return { ...summary, mayWrite, recipients: 0, sources: [] };
    const { hostUnit, hostUnitType } = visit;
    const timeZone = visit.timeZone as Zone;
    const told = { actor, visitId, timeZone, hostUnit, hostUnitType };
    const sources = await this.parts.render('summary-sources', told);
    return { ...summary, mayWrite, recipients: (await this.recipients.of(visit)).size, sources };
  }
}
