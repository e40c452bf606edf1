import { Injectable } from '@nestjs/common';
import { VisitHistory, type HistoryLine } from '../queries/visit-history.js';
import { VisitSurroundings, type Surroundings } from '../queries/visit-surroundings.js';
import { FileRepository, type VisitFileRow } from '../storage/file-repository.js';

/** What belongs to a visit beside what it says and who takes part. */
export interface Background {
  history: HistoryLine[];
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

  async of(visitId: string): Promise<Background> {
    return {
      history: await this.history.execute(visitId),
      surroundings: await this.surroundings.execute(visitId),
      files: await this.files.ofVisit(visitId),
    };
  }
}
