import { Injectable } from '@nestjs/common';
import type { Candidate, SweepRange } from '../../platform/jobs/sweep.js';
import { ErasureRepository } from '../storage/erasure-repository.js';

/** The erasures that are not done. */
@Injectable()
export class WaitingErasures {
  constructor(private readonly erasures: ErasureRepository) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const ids = await this.erasures.waiting(range);
    return ids.map((key) => ({ key, due: () => [] }));
  }
}
