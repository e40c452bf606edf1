import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { CheckInPaperEntity } from './check-in-paper.entity.js';

/** Visits whose printed code is not taken any more. */
@Injectable()
export class CheckInPapers {
  constructor(@InjectRepository(CheckInPaperEntity) private readonly papers: Rows<CheckInPaperEntity>) {}

  async close(visitId: string, closedAt: Date): Promise<void> {
    await this.papers.insertMissing({ visitId, closedAt });
  }

  async open(visitId: string): Promise<void> {
    await this.papers.delete({ visitId });
  }
}
