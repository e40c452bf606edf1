import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { FollowUpFileEntity } from './follow-up-file.entity.js';

/** A document that shows what was done, without its bytes. */
export type EvidenceFileRow = Omit<FollowUpFileEntity, 'content'>;

const COLUMNS = [
  ...(['id', 'followUpId', 'name', 'mediaType', 'size', 'sha256', 'stored', 'addedBy', 'addedAt'] as const),
] as const;

@Injectable()
export class EvidenceFileRepository {
  constructor(@InjectRepository(FollowUpFileEntity) private readonly files: Rows<FollowUpFileEntity>) {}

  async add(file: EvidenceFileRow): Promise<void> {
    await this.files.insert(file);
  }

  ofFollowUp(followUpId: string): Promise<EvidenceFileRow[]> {
    return this.files.find(COLUMNS, { followUpId }, { order: { addedAt: 'ASC', id: 'ASC' } });
  }

  /** With its bytes, where they were not moved to the store of files yet. */
  content(followUpId: string, id: string): Promise<FollowUpFileEntity | null> {
    return this.files.findOne([...COLUMNS, 'content'], { followUpId, id });
  }

  /** @returns the digest of the one that there was */
  async remove(followUpId: string, id: string): Promise<string | null> {
    const file = await this.files.findOne(['sha256'], { followUpId, id }, { lock: true });
    await this.files.delete({ followUpId, id });
    return file?.sha256 ?? null;
  }
}
