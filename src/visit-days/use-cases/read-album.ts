import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { actorSides, mayRecord } from '../../visits/index.js';
import { awaitedClearance, captionRemarks, mayBlur, type CaptionRemark } from '../domain/album.js';
import { takesEntries } from '../domain/entry-times.js';
import { isOwn, mayClearAsHead, maySeeEntry, type VisitedPlace } from '../domain/photo-clearance.js';
import { AlbumPhotos, type AlbumPhoto } from '../queries/album-photos.js';
import { AlbumRepository } from '../storage/album-repository.js';
import { OriginalRepository } from '../storage/original-repository.js';
import { DayAccess } from './day-access.js';

/** A photo of the album as somebody may see it, and what they may do with it. */
export interface ShownPhoto extends AlbumPhoto {
  remarks: CaptionRemark[];
  /** Whose clearance it waits for; null where it may go out. */
  awaits: 'author' | 'head' | null;
  /** Whether the reader may give that. */
  mayClear: boolean;
  mayBlur: boolean;
  mayRemove: boolean;
  /** Goes on, and stands first among those. */
  isCover: boolean;
}

/** What is seen of an album. */
export interface ShownAlbum {
  visit: Awaited<ReturnType<DayAccess['reader']>>['visit'];
  /** 0 for one that nobody has arranged. */
  version: number;
  photos: ShownPhoto[];
  /** Whether the reader may describe, order and choose. */
  mayArrange: boolean;
  /** Whether the reader takes part, and so may have whole photos. */
  mayTakeWhole: boolean;
}

/** The album of a visit. */
@Injectable()
export class ReadAlbum {
  constructor(
    private readonly access: DayAccess,
    private readonly photos: AlbumPhotos,
    private readonly albums: AlbumRepository,
    private readonly originals: OriginalRepository,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see the visit */
  async execute(actor: Actor, visitId: string): Promise<ShownAlbum> {
    const { visit } = await this.access.reader(actor, visitId);
    const [all, version] = await Promise.all([this.photos.ofVisit(visitId), this.albums.versionOf(visitId)]);
    const seen = all.filter((photo) => maySeeEntry(photo, actor, visit));
    const cover = seen.find((photo) => photo.chosen && awaitedClearance(photo, visit) === null);
    const photos = seen.map((photo) => ({ ...shown(photo, actor, visit), isCover: photo === cover }));
    const mayArrange = takesEntries(visit.state) && mayRecord(visit, actor);
    const mayTakeWhole = actorSides(visit, actor).some((side) => side !== 'regional');
    return { visit, version, photos, mayArrange, mayTakeWhole };
  }

  /** @throws RequestError `not-found` also for those who may not see the photo */
  async one(actor: Actor, visitId: string, id: string): Promise<{ album: ShownAlbum; photo: ShownPhoto }> {
    const album = await this.execute(actor, visitId);
    return { album, photo: found(album.photos.find((photo) => photo.id === id)) };
  }

  /**
   * The whole photo as JPEG, for those who take part and may see it.
   * @throws RequestError `not-allowed`, `not-found` also where none is kept
   */
  async original(actor: Actor, visitId: string, id: string): Promise<Buffer> {
    const { album } = await this.one(actor, visitId, id);
    if (!album.mayTakeWhole) throw new RequestError('not-allowed');
    return found(await this.originals.of(id)).content;
  }
}

function shown(photo: AlbumPhoto, actor: Actor, place: VisitedPlace): Omit<ShownPhoto, 'isCover'> {
  const awaits = awaitedClearance(photo, place);
  const own = isOwn(photo, actor);
  const mayClear = awaits === 'author' ? own : awaits === 'head' && mayClearAsHead(actor, place);
  const rights = { mayClear, mayBlur: mayBlur(photo, actor, place), mayRemove: own };
  return { ...photo, remarks: captionRemarks(photo.text), awaits, ...rights };
}
