import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { ProgramChoices, type ProgramChoice } from '../../visits/index.js';
import { Feeds, type ListedFeed } from '../queries/feeds.js';
import { OwnAlarms } from '../use-cases/own-alarms.js';

/** What the page of one's own calendar shows. */
export interface OwnCalendarFacts {
  feeds: ListedFeed[];
  alarms: number[];
  programs: ProgramChoice[];
}

@Injectable()
export class OwnCalendarView {
  constructor(
    private readonly feeds: Feeds,
    private readonly alarms: OwnAlarms,
    private readonly programs: ProgramChoices,
  ) {}

  async of(actor: Actor): Promise<OwnCalendarFacts> {
    const feeds = await this.feeds.ofPerson(actor.personId);
    return { feeds, alarms: await this.alarms.read(actor), programs: await this.programs.execute() };
  }
}
