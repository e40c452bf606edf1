import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import {
  mayRead,
  ProgramChoices,
  VisitFactsQuery,
  type ProgramChoice,
  type VisitFacts,
} from '../../visits/index.js';
import { Feeds, type ListedFeed } from '../queries/feeds.js';
import { OwnAlarms } from '../use-cases/own-alarms.js';

/** What the page of one's own calendar shows. */
export interface OwnCalendarFacts {
  feeds: ListedFeed[];
  alarms: number[];
  programs: ProgramChoice[];
  /** The one visit the page is about, instead of everything. */
  visit: VisitFacts | null;
  now: Date;
}

@Injectable()
export class OwnCalendarView {
  constructor(
    private readonly clock: Clock,
    private readonly feeds: Feeds,
    private readonly alarms: OwnAlarms,
    private readonly programs: ProgramChoices,
    private readonly visits: VisitFactsQuery,
  ) {}

  /** @param visitId the one visit to show; everything is shown for none, and for one the person may not see */
  async of(actor: Actor, visitId: string): Promise<OwnCalendarFacts> {
    const asked = isUUID(visitId) ? await this.visits.byId(visitId) : null;
    const visit = asked && mayRead(asked, actor) ? asked : null;
    const all = await this.feeds.ofPerson(actor.personId);
    const feeds = visit ? all.filter((feed) => feed.visitId === visit.id) : all;
    const now = this.clock.now();
    return {
      visit,
      now,
      feeds,
      alarms: await this.alarms.read(actor),
      programs: await this.programs.execute(),
    };
  }
}
