import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import type { WholePicture } from '../../platform/pictures/render-original.js';
import { PhotoOriginalEntity } from './album.entity.js';

/** Whole photos by their entry: the one place that knows where their bytes are. */
@Injectable()
export class OriginalRepository {
  constructor(@InjectRepository(PhotoOriginalEntity) private readonly originals: Rows<PhotoOriginalEntity>) {}

  /** Takes the place of one that is there: of that no bytes stay. */
  async put(entryId: string, { content, width, height }: WholePicture): Promise<void> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.originals.put({ key: ['entryId'] }, { entryId, content, sha256, width, height });
  }

  /** Null for a photo that was kept before whole ones were. */
  of(entryId: string): Promise<WholePicture | null> {
    return this.originals.findOne(['content', 'width', 'height'], { entryId });
  }

  async remove(entryId: string): Promise<void> {
    await this.originals.delete({ entryId });
  }
}
