import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { lineFor, type Shown } from '../domain/contact-policy.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { VisitHistory, type HistoryLine } from '../queries/visit-history.js';
import { VisitSurroundings, type Surroundings } from '../queries/visit-surroundings.js';
import { FileRepository, type VisitFileRow } from '../storage/file-repository.js';

/** What belongs to a visit beside what it says and who takes part. */
export interface Background {
  history: Shown<HistoryLine>[];
  surroundings: Surroundings;
  files: VisitFileRow[];
}

/** Gathers what stands around a visit that somebody was seen to be allowed to read. */
@Injectable()
export class VisitBackground {
  constructor(
    private readonly history: VisitHistory,
    private readonly surroundings: VisitSurroundings,
    private readonly files: FileRepository,
  ) {}

  async of(actor: Actor, visit: VisitFacts): Promise<Background> {
    return {
      history: await this.historyOf(actor, visit),
      surroundings: await this.surroundings.execute(visit.id),
      files: await this.files.ofVisit(visit.id),
    };
  }

  async historyOf(actor: Actor, visit: VisitFacts): Promise<Shown<HistoryLine>[]> {
    const lines = await this.history.execute(visit.id);
    return lines.map((line) => lineFor(visit, line, actor));
  }
}
