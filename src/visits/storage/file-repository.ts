import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { VisitFileEntity } from './visit-file.entity.js';

/** A document kept with a visit, without its bytes. */
export type VisitFileRow = Omit<VisitFileEntity, 'content'>;

const COLUMNS = [
  ...(['id', 'visitId', 'name', 'mediaType', 'size', 'sha256', 'stored', 'addedBy', 'addedAt'] as const),
] as const;

@Injectable()
export class FileRepository {
  constructor(@InjectRepository(VisitFileEntity) private readonly files: Rows<VisitFileEntity>) {}

  async add(file: VisitFileRow): Promise<void> {
    await this.files.insert(file);
  }

  ofVisit(visitId: string): Promise<VisitFileRow[]> {
    return this.files.find(COLUMNS, { visitId }, { order: { addedAt: 'ASC', id: 'ASC' } });
  }

  /** With its bytes, where they were not moved to the store of files yet. */
  content(visitId: string, id: string): Promise<VisitFileEntity | null> {
    return this.files.findOne([...COLUMNS, 'content'], { visitId, id });
  }

  /** @returns whether there was one */
  async remove(visitId: string, id: string): Promise<boolean> {
    return (await this.files.delete({ visitId, id })) > 0;
  }
}
