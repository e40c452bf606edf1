import { Injectable } from '@nestjs/common';
import { TakenPictures } from '../../notes/index.js';
import { found } from '../../platform/http/request-error.js';
import type { WholePicture } from '../../platform/pictures/render-original.js';
import type { RenderedPicture } from '../../platform/pictures/render-picture.js';
import { DayEntries } from '../queries/day-entries.js';
import { AlbumRepository } from '../storage/album-repository.js';
import { EntryRepository } from '../storage/entry-repository.js';
import { OriginalRepository } from '../storage/original-repository.js';

/** All sizes of a photo. */
export interface PhotoSizes {
  original: WholePicture;
  shown: RenderedPicture;
}

/** Every place where bytes of a photo are kept: what is blurred or removed goes through here, so that none is left out. */
@Injectable()
export class KeptPhotos {
  constructor(
    private readonly photos: DayEntries,
    private readonly entries: EntryRepository,
    private readonly originals: OriginalRepository,
    private readonly albums: AlbumRepository,
    private readonly pictures: TakenPictures,
  ) {}

  /** The largest that is kept. */
  async largest(id: string): Promise<Buffer> {
    return (await this.originals.of(id))?.content ?? found(await this.photos.photo(id, 'photo'));
  }

  /**
   * Puts other bytes in every place, in the open transaction.
   *
   * @param blurs the version of the picture that those were made from
   * @returns whether that was still the photo
   */
  async blur(visitId: string, id: string, blurs: number, { original, shown }: PhotoSizes): Promise<boolean> {
    const { picture: photo, ...sizes } = shown;
    if (!(await this.entries.blur(id, blurs, { photo, ...sizes }))) return false;
    await this.originals.replace(id, original);
    await this.pictures.replace(await this.albums.copiesOf(id), shown);
    await this.albums.raiseVersion(visitId);
    return true;
  }

  /** Takes the bytes away that are not the entry's own, in the open transaction. */
  async remove(visitId: string, id: string): Promise<void> {
    await this.originals.remove(id);
    await this.pictures.withdraw(await this.albums.copiesOf(id));
    await this.albums.raiseVersion(visitId);
  }
}
