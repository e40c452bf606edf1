import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { ProgramChoices, ReadVisit, type ProgramChoice, type VisitFacts } from '../../visits/index.js';
import { Feeds, type ListedFeed } from '../queries/feeds.js';
import { OwnAlarms } from '../use-cases/own-alarms.js';

/** What the page of one's own calendar shows. */
export interface OwnCalendarFacts {
  feeds: ListedFeed[];
  alarms: number[];
  programs: ProgramChoice[];
  /** The one visit the page is about, instead of everything. */
  visit: VisitFacts | null;
}

@Injectable()
export class OwnCalendarView {
  constructor(
    private readonly feeds: Feeds,
    private readonly alarms: OwnAlarms,
    private readonly programs: ProgramChoices,
    private readonly visits: ReadVisit,
  ) {}

  /**
   * @param visitId the one visit to show; empty for everything
   * @throws RequestError `not-found` also for a visit the person may not see
   */
  async of(actor: Actor, visitId: string): Promise<OwnCalendarFacts> {
    if (visitId && !isUUID(visitId)) throw new RequestError('not-found');
    const visit = visitId ? (await this.visits.execute(actor, visitId)).visit : null;
    const all = await this.feeds.ofPerson(actor.personId);
    const feeds = visit ? all.filter((feed) => feed.visitId === visit.id) : all;
    return { visit, feeds, alarms: await this.alarms.read(actor), programs: await this.programs.execute() };
  }
}
