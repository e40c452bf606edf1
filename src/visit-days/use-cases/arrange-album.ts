import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { fieldChange } from '../../visits/index.js';
import { MOST_CHOSEN, rearranged } from '../domain/album.js';
import { VisitDayError } from '../domain/error-codes.js';
import { isCleared, maySeeEntry, type VisitedPlace } from '../domain/photo-clearance.js';
import { AlbumPhotos, type AlbumPhoto } from '../queries/album-photos.js';
import { AlbumRepository, type PlacedPhoto } from '../storage/album-repository.js';
import { EntryRepository } from '../storage/entry-repository.js';
import { DayAccess } from './day-access.js';
import { RecordEntry } from './record-entry.js';

/** How somebody wants a photo; what is left out stays. */
export interface WantedPhoto {
  id: string;
  caption?: string | undefined;
  chosen?: boolean | undefined;
}

/** Describes, orders and chooses the photos of a visit. */
@Injectable()
export class ArrangeAlbum {
  constructor(
    private readonly database: Database,
    private readonly access: DayAccess,
    private readonly entries: EntryRepository,
    private readonly albums: AlbumRepository,
    private readonly photos: AlbumPhotos,
    private readonly record: RecordEntry,
  ) {}

  /**
   * @param wanted photos in their new order; those that are not named keep their places
   * @param version what the caller saw
   * @throws VisitDayError `album-stale`, `album-photo-unknown`, `photo-not-cleared`, `photos-chosen-too-many`, and as
   *   DayAccess.writer
   */
  execute(actor: Actor, visitId: string, wanted: readonly WantedPhoto[], version: number): Promise<void> {
    return this.database.transaction(async () => {
      await this.entries.lockVisit(visitId);
      const readable = await this.access.reader(actor, visitId);
      const { late } = this.access.writer(actor, readable, {});
      const standing = await this.albums.versionOf(visitId);
      if (version !== standing) throw new VisitDayError('album-stale', { current: { version: standing } });
      const before = await this.photos.ofVisit(visitId);
      const seen = before.filter((photo) => maySeeEntry(photo, actor, readable.visit));
      assertKnown(seen, wanted);
      const after = asWanted(before, wanted);
      assertChoice(before, after, readable.visit);
      if (isSame(before, after)) return;
      await this.albums.place(visitId, after);
      await this.albums.raiseVersion(visitId);
      if (late) await this.record.late(actor, visitId, changesOf(before, after));
    });
  }
}

function assertKnown(seen: readonly AlbumPhoto[], wanted: readonly WantedPhoto[]): void {
  const known = new Set(seen.map(({ id }) => id));
  const unknown = wanted.find(
    ({ id }, at) => !known.has(id) || wanted.findIndex((one) => one.id === id) < at,
  );
  if (unknown) throw new VisitDayError('album-photo-unknown', { photo: unknown.id });
}

/** The whole album with what was asked for. */
function asWanted(before: readonly AlbumPhoto[], wanted: readonly WantedPhoto[]): PlacedPhoto[] {
  const photos = new Map(before.map((photo) => [photo.id, photo]));
  const given = new Map(wanted.map((photo) => [photo.id, photo]));
  const order = rearranged(
    before.map(({ id }) => id),
    wanted.map(({ id }) => id),
  );
  return order.map((id, at) => {
    const { caption, chosen } = given.get(id) ?? {};
    const stood = photos.get(id);
    const text = caption ?? stood?.text ?? '';
    return { id, text, chosen: chosen ?? stood?.chosen ?? false, position: at + 1 };
  });
}

/** A photo that lost its clearance may stay chosen: it goes on again once it is cleared. */
function assertChoice(
  before: readonly AlbumPhoto[],
  after: readonly PlacedPhoto[],
  place: VisitedPlace,
): void {
  const mayBe = new Set(
    before.filter((photo) => photo.chosen || isCleared(photo, place)).map(({ id }) => id),
  );
  const refused = after.find(({ id, chosen }) => chosen && !mayBe.has(id));
  if (refused) throw new VisitDayError('photo-not-cleared', { photo: refused.id });
  if (after.filter(({ chosen }) => chosen).length > MOST_CHOSEN)
    throw new VisitDayError('photos-chosen-too-many');
}

const isSame = (before: readonly AlbumPhoto[], after: readonly PlacedPhoto[]): boolean =>
  after.every(({ id, text, chosen }, at) => {
    const stood = before[at];
    return stood?.id === id && stood.text === text && stood.chosen === chosen;
  });

/** What the history tells once the summary is out. */
function changesOf(before: readonly AlbumPhoto[], after: readonly PlacedPhoto[]) {
  const texts = new Map(before.map(({ id, text }) => [id, text]));
  const captions = after.filter(({ id, text }) => texts.get(id) !== text).length;
  const order = (photos: readonly { id: string; chosen: boolean }[]): string =>
    photos.map(({ id, chosen }) => `${id}${chosen}`).join();
  return [
    ...fieldChange('photo.caption', null, false, captions > 0),
    ...fieldChange('photo.album', null, false, order(before) !== order(after)),
  ];
}
