import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { FollowUpFileEntity } from './follow-up-file.entity.js';

/** A document that shows what was done, without its bytes. */
export type EvidenceFileRow = Omit<FollowUpFileEntity, 'content'>;

const COLUMNS = ['id', 'followUpId', 'name', 'mediaType', 'size', 'sha256', 'addedBy', 'addedAt'] as const;

@Injectable()
export class EvidenceFileRepository {
  constructor(@InjectRepository(FollowUpFileEntity) private readonly files: Rows<FollowUpFileEntity>) {}

  async add(file: EvidenceFileRow, content: Buffer): Promise<void> {
    await this.files.insert({ ...file, content });
  }

  ofFollowUp(followUpId: string): Promise<EvidenceFileRow[]> {
    return this.files.find(COLUMNS, { followUpId }, { order: { addedAt: 'ASC', id: 'ASC' } });
  }

  content(followUpId: string, id: string): Promise<FollowUpFileEntity | null> {
    return this.files.findOne([...COLUMNS, 'content'], { followUpId, id });
  }

  /** @returns whether there was one */
  async remove(followUpId: string, id: string): Promise<boolean> {
    return (await this.files.delete({ followUpId, id })) > 0;
  }
}
