import { Injectable } from '@nestjs/common';
import { WriteFollowUp, type NewFollowUp } from '../../follow-ups/index.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import type { SummaryTexts } from '../domain/summary.js';
import { ChooseEntries, type TakenIn } from './choose-entries.js';
import { PublishSummary } from './publish-summary.js';
import { SaveSummary } from './save-summary.js';

/** All that the editor of a summary holds. */
export interface SubmittedSummary {
  /** Answers and entries that are left out stay. */
  texts: Omit<SummaryTexts, 'answers' | 'entries'> & {
    answers?: SummaryTexts['answers'] | undefined;
    entries?: SummaryTexts['entries'] | undefined;
  };
  /** A photo to clear, and to take in once it has every clearance that it needs; null for none. */
  cleared: string | null;
  takes: TakenIn;
  /** A follow-up that was typed and not added yet; null for none. */
  followUp: Omit<NewFollowUp, 'visit'> | null;
  /** The summary's version as the writer saw it, 0 for none. */
  version: number;
  publishes: boolean;
  /** Whether it is mailed to everybody; as `PublishSummary` says where left out. */
  mails?: boolean | undefined;
}

/** Takes everything that stands in the editor, whichever button was pressed: all of it, or nothing. */
@Injectable()
export class SubmitSummary {
  constructor(
    private readonly database: Database,
    private readonly save: SaveSummary,
    private readonly choose: ChooseEntries,
    private readonly followUps: WriteFollowUp,
    private readonly publish: PublishSummary,
  ) {}

  /** @throws SummaryError, FollowUpError what speaks against any part of it */
  async execute(actor: Actor, visit: string, given: SubmittedSummary): Promise<void> {
    await this.database.transaction(async () => {
      const entries = await this.choose.execute(actor, visit, given);
      const saved = await this.save.execute(actor, visit, { ...given.texts, entries }, given.version);
      if (given.followUp) await this.followUps.create(actor, { ...given.followUp, visit });
      if (given.publishes) await this.publish.execute(actor, visit, saved.version, given.mails);
    });
  }
}
