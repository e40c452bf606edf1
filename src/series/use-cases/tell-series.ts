import { Injectable } from '@nestjs/common';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { NoticeReaders, VisitFactsQuery, type VisitFacts, timeInQuestion } from '../../visits/index.js';
import { seriesMail, seriesNotices } from '../domain/series-mail.js';
import type { SeriesStep } from '../domain/series-steps.js';
import { recurrenceWords } from '../domain/series-words.js';
import type { SeriesRow } from '../storage/series-repository.js';
import { actsFor } from '../../platform/security/capabilities.js';

/** Tells units and regional offices in one mail what was done to several dates, in the transaction that does it. */
@Injectable()
export class TellSeries {
  constructor(
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly visits: VisitFactsQuery,
    private readonly readers: NoticeReaders,
  ) {}

  /** @param ids visits to which it was done; without any nobody is told */
  async execute(
    actor: Actor,
    series: SeriesRow,
    step: SeriesStep,
    ids: readonly string[],
    reason: string | null,
  ): Promise<void> {
    const visits = await this.visits.byIds(ids);
    const [first] = visits;
    if (!first) return;
    const told = audience(step, first, actor);
    const readers = await this.readers.execute(first, told, actor.personId);
    const facts = {
      title: series.title,
      guestUnitName: first.guestUnitName,
      hostUnitName: first.hostUnitName,
      rule: recurrenceWords(series),
      times: visits.map(timeOf),
      reason,
      actorName: actor.name,
      pageUrl: `${this.site.publicUrl}/rangkaian/${series.id}`,
    };
    await this.outbox.postAll(
      readers.map(({ name, email }) => ({
        key: `series:${series.id}:${series.version}:${step}:${email}`,
        stream: series.id,
        to: { name, email },
        ...seriesMail(step, name, facts),
      })),
    );
  }
}

function audience(
  step: SeriesStep,
  { guestUnit, hostUnit, guestRegionalOffice, hostRegionalOffice }: VisitFacts,
  actor: Actor,
): { units: string[]; regionalOffices: string[] } {
  const { units, regional } = seriesNotices[step];
  const both = [guestUnit, hostUnit];
  const told = {
    host: [hostUnit],
    other: both.filter((unit) => !actsFor(actor, unit)),
    both,
  };
  // A directorate or a partner lies in no region.
  const offices = [guestRegionalOffice, hostRegionalOffice].filter((office) => office !== null);
  return { units: told[units], regionalOffices: regional ? offices : [] };
}

const timeOf = (visit: VisitFacts): string => formatDateTimeRange(timeInQuestion(visit), visit.timeZone);
