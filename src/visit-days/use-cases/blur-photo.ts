import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { blurPicture } from '../../platform/pictures/blur-picture.js';
import { LARGEST_ORIGINAL, renderOriginal } from '../../platform/pictures/render-original.js';
import { renderPicture } from '../../platform/pictures/render-picture.js';
import type { Actor } from '../../platform/security/actor.js';
import { areSound, pixelsOf, type BlurBox } from '../domain/blur-boxes.js';
import { VisitDayError } from '../domain/error-codes.js';
import { DayEntries } from '../queries/day-entries.js';
import { EntryRepository } from '../storage/entry-repository.js';
import { KeptPhotos, type PhotoSizes } from './kept-photos.js';
import { ReadAlbum } from './read-album.js';
import { RecordEntry } from './record-entry.js';

/** Makes parts of a photo unrecognisable in everything that is kept of it, for good. */
@Injectable()
export class BlurPhoto {
  constructor(
    private readonly database: Database,
    private readonly read: ReadAlbum,
    private readonly entries: EntryRepository,
    private readonly photos: DayEntries,
    private readonly kept: KeptPhotos,
    private readonly record: RecordEntry,
  ) {}

  /**
   * The photo has to be cleared anew, wherever it was cleared before; notes that took it over get the blurred one.
   *
   * @param blurs the version of the picture that somebody drew on
   * @throws RequestError `not-found`, `not-allowed`; VisitDayError `blur-boxes`, `photo-overtaken`
   */
  async execute(
    actor: Actor,
    visitId: string,
    id: string,
    boxes: readonly BlurBox[],
    blurs: number,
  ): Promise<void> {
    const seen = await this.blurrable(actor, visitId, id, boxes);
    if (seen.blurs !== blurs) throw overtakenBy(seen.blurs);
    const sizes = await blurred(await this.kept.largest(id), boxes);
    await this.database.transaction(async () => {
      await this.entries.lockVisit(visitId);
      // Whoever was faster blurred what this one was drawn from.
      const { photo } = await this.read.one(actor, visitId, id);
      if (!(await this.kept.blur(visitId, id, blurs, sizes))) throw overtakenBy(photo.blurs);
      await this.record.blurred(actor, visitId);
    });
  }

  /** How the photo would look, as WebP; nothing is stored. @throws as execute */
  async preview(actor: Actor, visitId: string, id: string, boxes: readonly BlurBox[]): Promise<Buffer> {
    await this.blurrable(actor, visitId, id, boxes);
    const { shown } = await blurred(found(await this.photos.photo(id, 'photo')), boxes);
    return shown.picture;
  }

  private async blurrable(actor: Actor, visitId: string, id: string, boxes: readonly BlurBox[]) {
    const { photo } = await this.read.one(actor, visitId, id);
    if (!photo.mayBlur) throw new RequestError('not-allowed');
    if (!areSound(boxes)) throw new VisitDayError('blur-boxes');
    return photo;
  }
}

const overtakenBy = (version: number) => new VisitDayError('photo-overtaken', { current: { version } });

/** All sizes of a photo without what the boxes cover. */
async function blurred(kept: Buffer, boxes: readonly BlurBox[]): Promise<PhotoSizes> {
  const whole = await blurPicture(kept, (size) => boxes.map((box) => pixelsOf(box, size)));
  const rendered = await renderPicture(whole.content);
  // It is written anew, which can make it larger than it came.
  const fits = whole.content.length <= LARGEST_ORIGINAL;
  const original = fits ? whole : await renderOriginal(whole.content);
  if (!rendered || !original) throw new VisitDayError('photo-unreadable');
  return { original, shown: rendered };
}
