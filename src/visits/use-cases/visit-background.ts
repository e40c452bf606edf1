import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { lineFor, type Shown } from '../domain/contact-policy.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { timeInQuestionWaits } from '../domain/host-time.js';
import { HostDayQuery, type HostDay } from '../queries/host-day.js';
import { VisitHistory, type HistoryLine } from '../queries/visit-history.js';
import { VisitSurroundings, type Surroundings } from '../queries/visit-surroundings.js';
import { FileRepository, type VisitFileRow } from '../storage/file-repository.js';
import { ChooseReceivers } from './choose-receivers.js';
import type { Receiver } from '../domain/acceptance.js';

/** What belongs to a visit beside what it says and who takes part. */
export interface Background {
  history: Shown<HistoryLine>[];
  surroundings: Surroundings;
  files: VisitFileRow[];
  /** What else the host has on the day in question; null while no time waits for a yes. */
  hostDay: HostDay | null;
}

/** Gathers what stands around a visit that somebody was seen to be allowed to read. */
@Injectable()
export class VisitBackground {
  constructor(
    private readonly history: VisitHistory,
    private readonly surroundings: VisitSurroundings,
    private readonly files: FileRepository,
    private readonly hostDay: HostDayQuery,
    private readonly clock: Clock,
    private readonly receivers: ChooseReceivers,
  ) {}

  async of(actor: Actor, visit: VisitFacts): Promise<Background> {
    const [history, surroundings, files, hostDay] = await Promise.all([
      this.historyOf(actor, visit),
      this.surroundings.execute(visit.id),
      this.files.ofVisit(visit.id),
      timeInQuestionWaits(visit) ? this.hostDay.execute(visit, this.clock.now()) : null,
    ]);
    return { history, surroundings, files, hostDay };
  }

  async programsOf(visitId: string): Promise<Surroundings['programs']> {
    return (await this.surroundings.execute(visitId)).programs;
  }

  /** Who at the host may be chosen to receive the guests. */
  receiversOf(visit: VisitFacts): Promise<Receiver[]> {
    return this.receivers.choices(visit);
  }

  async historyOf(actor: Actor, visit: VisitFacts): Promise<Shown<HistoryLine>[]> {
    const lines = await this.history.execute(visit.id);
    return lines.map((line) => lineFor(visit, line, actor));
  }
}
