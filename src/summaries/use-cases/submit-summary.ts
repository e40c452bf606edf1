import { Injectable } from '@nestjs/common';
import { WriteFollowUp, type NewFollowUp } from '../../follow-ups/index.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import type { SummaryTexts } from '../domain/summary.js';
import { PublishSummary } from './publish-summary.js';
import { SaveSummary } from './save-summary.js';

/** All that the editor of a summary holds. */
export interface SubmittedSummary {
  texts: SummaryTexts;
  /** A follow-up that was typed and not added yet; null for none. */
  followUp: Omit<NewFollowUp, 'visit'> | null;
  /** The summary's version as the writer saw it, 0 for none. */
  version: number;
  publishes: boolean;
}

/** Takes everything that stands in the editor, whichever button was pressed: all of it, or nothing. */
@Injectable()
export class SubmitSummary {
  constructor(
    private readonly database: Database,
    private readonly save: SaveSummary,
    private readonly followUps: WriteFollowUp,
    private readonly publish: PublishSummary,
  ) {}

  /** @throws SummaryError, FollowUpError what speaks against any part of it */
  async execute(actor: Actor, visit: string, given: SubmittedSummary): Promise<void> {
    await this.database.transaction(async () => {
      const saved = await this.save.execute(actor, visit, given.texts, given.version);
      if (given.followUp) await this.followUps.create(actor, { ...given.followUp, visit });
      if (given.publishes) await this.publish.execute(actor, visit, saved.version);
    });
  }
}
