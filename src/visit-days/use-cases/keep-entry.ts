import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { renderOriginal, type WholePicture } from '../../platform/pictures/render-original.js';
import { renderPicture } from '../../platform/pictures/render-picture.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { entryChange, RecordEntry } from './record-entry.js';
import { VisitDayError } from '../domain/error-codes.js';
import type { DeviceTimes } from '../domain/entry-times.js';
import { mayClearAsHead } from '../domain/photo-clearance.js';
import { MOST_PHOTOS } from '../domain/album.js';
import { AlbumRepository } from '../storage/album-repository.js';
import { EntryRepository, type EntryRow, type KeptPhoto } from '../storage/entry-repository.js';
import { OriginalRepository } from '../storage/original-repository.js';
import { DayAccess, type TakenEntry } from './day-access.js';
import { organisationOf } from '../../platform/security/capabilities.js';

/** What every entry comes with. */
export interface GivenEntry extends DeviceTimes {
  /** Made by the device; sent again it is the same entry. */
  id?: string | undefined;
  text: string;
}

/** Keeps notes and photos of the day, each once however often it is sent. */
@Injectable()
export class KeepEntry {
  constructor(
    private readonly database: Database,
    private readonly access: DayAccess,
    private readonly record: RecordEntry,
    private readonly entries: EntryRepository,
    private readonly originals: OriginalRepository,
    private readonly albums: AlbumRepository,
  ) {}

  /** @returns the entry's id. @throws VisitDayError `entry-empty`, `entry-taken`, and as DayAccess.writer */
  async note(actor: Actor, visitId: string, given: GivenEntry): Promise<string> {
    const readable = await this.access.reader(actor, visitId);
    const id = given.id ?? newId();
    if (await this.isStored(actor, visitId, id)) return id;
    const taken = this.access.writer(actor, readable, given);
    if (given.text === '') throw new VisitDayError('entry-empty');
    return this.store(actor, rowOf(actor, visitId, { ...given, id, kind: 'note' }, taken), null);
  }

  /**
   * @param cleared the author says that no inmate's face or name is in it
   * @returns the entry's id. @throws VisitDayError `photo-unreadable`, `entry-taken`, `album-full`, and as DayAccess.writer
   */
  async photo(
    actor: Actor,
    visitId: string,
    given: GivenEntry & { content: Buffer; cleared: boolean },
  ): Promise<string> {
    const readable = await this.access.reader(actor, visitId);
    const id = given.id ?? newId();
    if (await this.isStored(actor, visitId, id)) return id;
    const taken = this.access.writer(actor, readable, given);
    const row = rowOf(actor, visitId, { ...given, id, kind: 'photo' }, taken);
    const isHead = given.cleared && mayClearAsHead(actor, readable.visit);
    const photo = await renderedPhoto(given.content);
    const head = isHead ? { headClearedBy: actor.personId, headClearedAt: row.receivedAt } : {};
    return this.store(actor, { ...row, cleared: given.cleared, ...head }, photo);
  }

  private store(actor: Actor, row: EntryRow, photo: RenderedPhoto | null): Promise<string> {
    return this.database.transaction(async () => {
      await this.entries.lockVisit(row.visitId);
      if (await this.isStored(actor, row.visitId, row.id)) return row.id;
      if (photo && (await this.albums.countPhotos(row.visitId)) >= MOST_PHOTOS)
        throw new VisitDayError('album-full');
      await this.entries.add(row, photo && photo.shown);
      if (photo) await this.originals.add(row.id, photo.original);
      if (row.late) await this.record.late(actor, row.visitId, entryChange(row.kind));
      return row.id;
    });
  }

  /** Whether the same entry came before, whatever became of the visit since. @throws VisitDayError `entry-taken` */
  private async isStored(actor: Actor, visitId: string, id: string): Promise<boolean> {
    const known = await this.entries.ownerOf(id);
    if (known === null) return false;
    if (known.visitId !== visitId || known.author !== actor.personId) throw new VisitDayError('entry-taken');
    return true;
  }
}

interface RenderedPhoto {
  original: WholePicture;
  shown: KeptPhoto;
}

/** @throws VisitDayError `photo-unreadable` */
async function renderedPhoto(content: Buffer): Promise<RenderedPhoto> {
  const original = await renderOriginal(content);
  const rendered = original && (await renderPicture(original.content));
  if (!rendered) throw new VisitDayError('photo-unreadable');
  const { picture: photo, ...rest } = rendered;
  return { original, shown: { photo, ...rest } };
}

function rowOf(
  actor: Actor,
  visitId: string,
  { id, kind, text }: Pick<EntryRow, 'id' | 'kind' | 'text'>,
  taken: TakenEntry,
): EntryRow {
  return {
    id,
    visitId,
    author: actor.personId,
    // Those who may write in a visit act for one of its organisations.
    authorUnit: organisationOf(actor) ?? '',
    kind,
    text,
    cleared: false,
    headClearedBy: null,
    headClearedAt: null,
    ...taken,
  };
}
