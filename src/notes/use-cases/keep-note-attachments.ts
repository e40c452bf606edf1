import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { LooseFiles } from '../../platform/files/loose-files.js';
import type { KeptDownload } from '../../platform/http/download.js';
import type { GivenFile } from '../../platform/http/file-upload.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { renderPicture } from '../../platform/pictures/render-picture.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { StoreDocument } from '../../visits/index.js';
import { NoteError } from '../domain/error-codes.js';
import { mayClearPicture, maySeePicture, MOST_ATTACHMENTS } from '../domain/note-parts.js';
import { mayWrite } from '../domain/note.js';
import type { NoteFact } from '../queries/note-facts.js';
import { NoteAttachmentRepository } from '../storage/note-attachment-repository.js';
import { NoteRepository } from '../storage/note-repository.js';
import { ReadNote } from './read-note.js';

/** A picture as it was sent. */
export interface GivenPicture {
  content: Buffer;
  /** What is to be seen, for those who do not see it. */
  caption: string;
  /** The sender says that no inmate's face or name is in it. */
  cleared: boolean;
}

/** What documents of notes lie in. */
@Injectable()
export class NoteFileStore {
  constructor(
    readonly documents: StoreDocument,
    readonly objects: FileStore,
    readonly loose: LooseFiles,
  ) {}
}

/** Keeps pictures and documents of notes, by the people of the note's unit. */
@Injectable()
export class KeepNoteAttachments {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly read: ReadNote,
    private readonly notes: NoteRepository,
    private readonly attachments: NoteAttachmentRepository,
    private readonly files: NoteFileStore,
  ) {}

  /** @returns the picture's id. @throws NoteError `note-picture-unreadable`, `note-attachments-full` */
  async addPicture(
    actor: Actor,
    noteId: string,
    { content, caption, cleared }: GivenPicture,
  ): Promise<string> {
    const note = await this.own(actor, noteId);
    const rendered = await renderPicture(content);
    if (!rendered) throw new NoteError('note-picture-unreadable');
    const isCleared = cleared && mayClearPicture(note, actor);
    return this.add(actor, note, 'pictures', (added) =>
      this.attachments.addPicture({ ...added, ...rendered, caption, isCleared }),
    );
  }

  /** @returns the file's id. @throws NoteError `note-file-unknown`, `note-attachments-full`, `note-file-kept`; FileError `files-away` */
  async addFile(actor: Actor, noteId: string, given: GivenFile): Promise<string> {
    const note = await this.own(actor, noteId);
    const document = await this.files.documents.execute(given);
    if (document === null) throw new NoteError('note-file-unknown');
    return this.add(actor, note, 'files', (added) => this.attachments.addFile({ ...added, ...document }));
  }

  /** The actor says that no inmate's face or name is in the picture. */
  async clear(actor: Actor, noteId: string, id: string): Promise<void> {
    const note = await this.own(actor, noteId);
    if (!mayClearPicture(note, actor)) throw new RequestError('not-allowed');
    found((await this.attachments.clear(noteId, id, actor.personId, this.clock.now())) || null);
  }

  async removePicture(actor: Actor, noteId: string, id: string): Promise<void> {
    await this.own(actor, noteId);
    found((await this.attachments.removePicture(noteId, id)) || null);
  }

  async removeFile(actor: Actor, noteId: string, id: string): Promise<void> {
    await this.own(actor, noteId);
    await this.database.transaction(async () => {
      await this.files.loose.release(found(await this.attachments.removeFile(noteId, id)));
    });
  }

  /** Bytes of a picture as WebP. @throws RequestError `not-found` also for those who may not see it */
  async openPicture(
    actor: Actor,
    noteId: string,
    id: string,
    size: 'picture' | 'thumbnail',
  ): Promise<Buffer> {
    const note = await this.read.execute(actor, noteId);
    const { content, isCleared } = found(await this.attachments.pictureContent(noteId, id, size));
    if (!maySeePicture(note, isCleared, actor)) throw new RequestError('not-found');
    return content;
  }

  async openFile(actor: Actor, noteId: string, id: string): Promise<KeptDownload> {
    await this.read.execute(actor, noteId);
    return this.files.objects.download(found(await this.attachments.fileContent(noteId, id)));
  }

  private async own(actor: Actor, noteId: string): Promise<NoteFact> {
    const note = await this.read.execute(actor, noteId);
    if (!mayWrite(note.unit, actor)) throw new RequestError('not-allowed');
    return note;
  }

  private add(
    actor: Actor,
    { id: noteId }: NoteFact,
    kind: 'pictures' | 'files',
    store: (added: { id: string; noteId: string; by: string; at: Date }) => Promise<void>,
  ): Promise<string> {
    return this.database.transaction(async () => {
      found(await this.notes.lock(noteId));
      const counts = await this.attachments.count(noteId);
      if (counts[kind] >= MOST_ATTACHMENTS) throw new NoteError('note-attachments-full');
      const id = newId();
      await store({ id, noteId, by: actor.personId, at: this.clock.now() });
      return id;
    });
  }
}
