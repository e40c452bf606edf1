import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { referenceFile } from '../../platform/database/reference-file.js';
import { SynonymRepository, type SynonymRow } from '../storage/synonym-repository.js';

/** Fills in the synonyms that were never there; what somebody has edited or removed stays as it is. */
@Injectable()
export class LoadSynonyms {
  constructor(
    private readonly clock: Clock,
    private readonly synonyms: SynonymRepository,
  ) {}

  async execute(): Promise<void> {
    const groups = JSON.parse(await referenceFile('synonyms')) as Pick<SynonymRow, 'id' | 'terms'>[];
    await this.synonyms.addMissing(groups, this.clock.now());
  }
}
