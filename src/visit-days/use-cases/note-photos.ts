import { Injectable } from '@nestjs/common';
import { KeepNoteAttachments, mayWriteNote, NoteFacts, type NoteFact } from '../../notes/index.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { VisitDayError } from '../domain/error-codes.js';
import { OutgoingEntries } from '../queries/outgoing-entries.js';
import { AlbumRepository } from '../storage/album-repository.js';
import { EntryRepository } from '../storage/entry-repository.js';
import { DayAccess } from './day-access.js';

/** Letters that a caption of a note's picture may have. */
const LONGEST_CAPTION = 300;
/** Pixels of a photo as a note takes it. */
const NOTE_SIDE = 2000;

/** Best-practice notes that come from a visit. */
@Injectable()
export class NotesOfVisit {
  constructor(
    private readonly access: DayAccess,
    private readonly notes: NoteFacts,
  ) {}

  /** @throws RequestError `not-found` for another visit's, for one of others, and for those who may not see the visit */
  async one(actor: Actor, visitId: string, id: string): Promise<NoteFact> {
    await this.access.reader(actor, visitId);
    return found((await this.writable(actor, visitId)).find((note) => note.id === id));
  }

  /** Those that somebody may write of whom it is known that they may see the visit. */
  async writable(actor: Actor, visitId: string): Promise<NoteFact[]> {
    return (await this.notes.ofVisit(visitId)).filter(({ unit }) => mayWriteNote(unit, actor));
  }
}

/** Photos of an album as pictures of the best-practice notes that come from the visit. */
@Injectable()
export class NotePhotos {
  constructor(
    private readonly database: Database,
    private readonly outgoing: OutgoingEntries,
    private readonly entries: EntryRepository,
    private readonly albums: AlbumRepository,
    private readonly notes: NotesOfVisit,
    private readonly attachments: KeepNoteAttachments,
  ) {}

  /**
   * Takes a chosen photo over into a note, with its caption.
   *
   * @returns the picture's id
   * @throws RequestError `not-found` for another visit's note; VisitDayError `photo-not-cleared`; as KeepNoteAttachments.addPicture
   */
  take(actor: Actor, visitId: string, id: string, noteId: string): Promise<string> {
    return this.database.transaction(async () => {
      // Nobody blurs or removes it meanwhile.
      await this.entries.lockVisit(visitId);
      await this.notes.one(actor, visitId, noteId);
      const photo = (await this.outgoing.chosenPhotos(visitId)).find((chosen) => chosen.id === id);
      const written = await this.outgoing.written(visitId, id, { format: 'jpeg', longestSide: NOTE_SIDE });
      if (!photo || !written) throw new VisitDayError('photo-not-cleared');
      const caption = photo.caption.slice(0, LONGEST_CAPTION).trim() || `Foto dari ${photo.authorName}`;
      const given = { content: written.content, caption, cleared: true };
      const picture = await this.attachments.addPicture(actor, noteId, given);
      await this.albums.noteCopy(id, picture);
      return picture;
    });
  }
}
