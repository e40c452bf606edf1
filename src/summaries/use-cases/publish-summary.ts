import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Announcer } from '../../platform/jobs/announcer.js';
import type { Actor } from '../../platform/security/actor.js';
import { hasTrait, ReadVisit, TakeStep, wasOverWhenRecorded } from '../../visits/index.js';
import { SummaryError } from '../domain/error-codes.js';
import { blankTexts, hasNews, isPublishedAs, neededToPublish, saysSomething } from '../domain/summary.js';
import { SummaryRepository, type SummaryRow } from '../storage/summary-repository.js';
import { GatherSummary } from './gather-summary.js';
import { assertCurrentSummary, assertWritable } from './save-summary.js';

declare module '../../platform/jobs/job.js' {
  interface Announcements {
    /** A summary is out, for the first time or corrected, and is to be mailed. */
    'summary.published': { visitId: string; revision: number };
  }
}

/** Stores a revision and tells of it, in the open transaction. */
@Injectable()
export class RecordSummary {
  constructor(
    private readonly clock: Clock,
    private readonly summaries: SummaryRepository,
    private readonly gather: GatherSummary,
    private readonly announcer: Announcer,
  ) {}

  /**
   * Whether the last revision says all that there is to say now.
   *
   * @throws SummaryError `summary-empty` where nobody wrote anything, but for a revision that has something new to tell
   */
  async isOut(visitId: string, standing: SummaryRow): Promise<boolean> {
    const published = standing.revision ? await this.summaries.revision(visitId, standing.revision) : null;
    const now = published && (await this.gather.execute(visitId, standing, false));
    if (published && now && isPublishedAs(published.content, now)) return true;
    const isNews = published !== null && now !== null && hasNews(published.content, now);
    if (!isNews && !saysSomething(standing)) throw nothingToPublish();
    return false;
  }

  /**
   * @param by null when it goes out by itself
   * @param mails whether it is mailed to everybody
   */
  async execute(visitId: string, standing: SummaryRow | null, by: Actor | null, mails = true): Promise<void> {
    const now = this.clock.now();
    const row: SummaryRow = {
      ...(standing ?? { ...blankTexts, visitId, version: 0, revision: 0 }),
      changedAt: now,
      changedBy: by?.personId ?? null,
    };
    const revision = row.revision + 1;
    await this.summaries.save({ ...row, version: row.version + 1, revision });
    const content = await this.gather.execute(visitId, row, by === null);
    const publishedBy = by?.personId ?? null;
    await this.summaries.keep({ visitId, revision, publishedAt: now, publishedBy, content });
    if (mails) await this.announcer.announce('summary.published', { visitId, revision });
  }
}

/**
 * Publishes a visit's summary, which closes the visit; a later publication is a revision, where there is something new to
 * tell.
 */
@Injectable()
export class PublishSummary {
  constructor(
    private readonly database: Database,
    private readonly visits: ReadVisit,
    private readonly steps: TakeStep,
    private readonly summaries: SummaryRepository,
    private readonly record: RecordSummary,
  ) {}

  /**
   * @param version of the summary, as the caller saw it
   * @param mails whether it is mailed to everybody; left out, it is, but for a visit that was entered after it was over
   */
  async execute(actor: Actor, visitId: string, version: number, mails?: boolean): Promise<void> {
    await this.database.transaction(async () => {
      const { visit } = await this.visits.execute(actor, visitId);
      assertWritable(visit, actor);
      await this.summaries.lock(visitId);
      const standing = await this.summaries.ofVisit(visitId);
      assertCurrentSummary(standing, version);
      if (!standing) throw nothingToPublish();
      if (await this.record.isOut(visitId, standing)) return;
      if (hasTrait(visit.state, 'standing'))
        await this.steps.execute(actor, visitId, 'complete', undefined, { early: true });
      await this.steps.execute(actor, visitId, 'publish-summary', undefined, {});
      await this.record.execute(visitId, standing, actor, mails ?? !wasOverWhenRecorded(visit));
    });
  }

  /** Publishes what is known of a visit whose summary nobody has published, if that is still so. */
  async bySystem(visitId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.summaries.lock(visitId);
      await this.steps.bySystem(visitId, 'complete', ({ state }) => hasTrait(state, 'standing'));
      const closed = await this.steps.bySystem(visitId, 'publish-summary', ({ state }) =>
        hasTrait(state, 'awaitsSummary'),
      );
      if (closed) await this.record.execute(visitId, await this.summaries.ofVisit(visitId), null);
    });
  }
}

const nothingToPublish = (): SummaryError =>
  new SummaryError(
    'summary-empty',
    {},
    neededToPublish.map((field) => ({ field, message: 'mohon isi sedikitnya salah satu' })),
  );
