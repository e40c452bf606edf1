import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Clock } from '../../platform/clock/clock.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { ReadEntries, type ShownEntry } from '../../visit-days/index.js';
import type { VisitState } from '../../visits/index.js';
import { isOpenForSummary } from '../domain/summary.js';
import { PublishedSummary, type RevisionLine } from '../queries/published-summary.js';
import { ReadSummary, type ReadableSummary } from '../use-cases/read-summary.js';
import { SummaryRecipients } from '../use-cases/summary-recipients.js';

declare module '../../platform/pages/page-parts.js' {
  interface PageSlots {
    /** Beside the editor of a summary: what it may be written from. */
    'summary-sources': {
      actor: Actor;
      visitId: string;
      timeZone: Zone;
      state: VisitState;
      hostUnit: string;
      hostUnitType: string | null;
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
  /** Notes and photos of the day, the latest first; those that may not go out yet for their own people. */
  entries: ShownEntry[];
  /** What went out when, the first one first. */
  revisions: RevisionLine[];
  now: Date;
}

@Injectable()
export class ShowSummary {
  constructor(
    private readonly read: ReadSummary,
    private readonly recipients: SummaryRecipients,
    private readonly parts: PageParts,
    private readonly entries: ReadEntries,
    private readonly published: PublishedSummary,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, visitId: string): Promise<SummaryViewFacts> {
    const summary = await this.read.execute(actor, visitId);
    const { visit, draft } = summary;
    const now = this.clock.now();
    const mayWrite = draft !== null && isOpenForSummary(visit.state);
    const { hostUnit, hostUnitType, state, timeZone } = visit;
    const told = { actor, visitId, timeZone, state, hostUnit, hostUnitType };
    const [revisions, recipients, sources, shown] = await Promise.all([
      summary.published ? this.published.revisionsOf(visitId) : [],
      mayWrite ? this.recipients.of(visit) : new Map(),
      mayWrite ? this.parts.render('summary-sources', told) : [],
      mayWrite ? this.entries.shownTo(actor, visitId, visit) : { entries: [] },
    ]);
    const around = { mayWrite, revisions, recipients: recipients.size, sources, now };
    return { ...summary, ...around, entries: shown.entries };
  }
}
