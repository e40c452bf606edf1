import { Injectable } from '@nestjs/common';
import { WriteFollowUp, type NewFollowUp } from '../../follow-ups/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { KeepRecordedSummary, type SummaryTexts } from '../../summaries/index.js';
import { AddPartners, RecordVisit, type KnownPlaces, type NewVisit } from '../../visits/index.js';

/** Everything that is known of a visit which was agreed upon elsewhere. */
export interface WholeVisit {
  visit: NewVisit;
  /** What came of it; null where nothing is written yet. */
  summary: Pick<SummaryTexts, 'outcomes' | 'decisions' | 'notes'> | null;
  followUps: Omit<NewFollowUp, 'visit'>[];
  /** Names of outside partners that came along. */
  partners?: readonly string[];
  /** Whether the summary is mailed to everybody. */
  mails: boolean;
}

/** Enters a visit with its party, what came of it and what was promised: all of it, or nothing. */
@Injectable()
export class RecordWholeVisit {
  constructor(
    private readonly clock: Clock,
    private readonly record: RecordVisit,
    private readonly summaries: KeepRecordedSummary,
    private readonly followUps: WriteFollowUp,
    private readonly partners: AddPartners,
  ) {}

  /**
   * @param key sent again with the same content, it gives the same visit
   * @param ofMany what was looked up of its units and programs just now; the others are not mailed about it alone
   * @returns the id of the visit
   * @throws VisitError, SummaryError, FollowUpError, UnitError what speaks against any part of it
   */
  execute(actor: Actor, whole: WholeVisit, key: string | null, ofMany?: KnownPlaces): Promise<string> {
    const { visit, summary, followUps, mails, partners = [] } = whole;
    const isAhead = visit.endsAt > this.clock.now();
    if (isAhead && (summary || followUps.length > 0)) throw notYetOver(summary ? 'outcomes' : 'followUps');
    const beside = async (visitId: string): Promise<void> => {
      await this.partners.execute(actor, { id: visitId, startsAt: visit.startsAt }, partners);
      for (const given of followUps) await this.followUps.create(actor, { ...given, visit: visitId });
      if (!summary) return;
      const isBare = visit.participants.length === 0 && followUps.length === 0;
      await this.summaries.execute(actor, visitId, summary, { isBare, mails });
    };
    const isSummarised = summary !== null;
    const tells = ofMany === undefined;
    return this.record.execute(actor, visit, key, { tells, whole, beside, isSummarised, known: ofMany });
  }
}

const notYetOver = (field: string): RequestError =>
  new RequestError('validation-failed', {}, [
    { field, message: 'baru dapat diisi sesudah kunjungan dilaksanakan' },
  ]);
