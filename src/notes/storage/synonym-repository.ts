import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { SearchSynonymEntity } from './synonym.entity.js';

/** Terms that mean the same. */
export type SynonymRow = Omit<SearchSynonymEntity, 'removedAt'>;

/** Groups of synonyms; a removed one stays as a row, so that loading the reference data does not bring it back. */
@Injectable()
export class SynonymRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(SearchSynonymEntity) private readonly synonyms: Rows<SearchSynonymEntity>,
  ) {}

  /** Every group that counts, by its first term. */
  list(): Promise<SynonymRow[]> {
    return this.database.query(
      `SELECT id, terms, version, changed_at AS "changedAt" FROM search_synonym
       WHERE removed_at IS NULL ORDER BY terms[1], id`,
    );
  }

  lock(id: string): Promise<SynonymRow | null> {
    return this.synonyms.findOne(
      ['id', 'terms', 'version', 'changedAt'],
      { id, removedAt: IsNull() },
      { lock: true },
    );
  }

  async save({ id, terms, version, changedAt }: SynonymRow): Promise<void> {
    await this.synonyms.put({ key: ['id'] }, { id, terms, version, changedAt });
  }

  async remove(id: string, at: Date): Promise<void> {
    await this.synonyms.update({ id }, { removedAt: at });
  }

  /** Adds the groups whose id was never there. */
  async addMissing(groups: readonly Pick<SynonymRow, 'id' | 'terms'>[], at: Date): Promise<void> {
    await this.synonyms.insertMissing(...groups.map(({ id, terms }) => ({ id, terms, changedAt: at })));
  }
}
