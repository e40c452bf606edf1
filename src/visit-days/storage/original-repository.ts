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

  async add(entryId: string, picture: WholePicture): Promise<void> {
    await this.originals.insert({ entryId, ...rowOf(picture) });
  }

  /** In the place of one that is there, of which no bytes stay; where none is kept there is none to replace. */
  async replace(entryId: string, picture: WholePicture): Promise<void> {
    await this.originals.update({ entryId }, rowOf(picture));
  }

  /** Null for a photo that was kept before whole ones were. */
  of(entryId: string): Promise<WholePicture | null> {
    return this.originals.findOne(['content', 'width', 'height'], { entryId });
  }

  async remove(entryId: string): Promise<void> {
    await this.originals.delete({ entryId });
  }
}

const rowOf = ({ content, width, height }: WholePicture) => ({
  content,
  sha256: createHash('sha256').update(content).digest('hex'),
  width,
  height,
});
