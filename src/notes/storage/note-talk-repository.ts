import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { NoteCommentEntity, NoteUseEntity } from './note-talk.entity.js';

export type NewNoteComment = Pick<NoteCommentEntity, 'id' | 'noteId' | 'kind' | 'body' | 'authorId' | 'at'>;

/** Comments on notes, and the units that use them. */
@Injectable()
export class NoteTalkRepository {
  constructor(
    @InjectRepository(NoteCommentEntity) private readonly comments: Rows<NoteCommentEntity>,
    @InjectRepository(NoteUseEntity) private readonly uses: Rows<NoteUseEntity>,
  ) {}

  add(comment: NewNoteComment): Promise<void> {
    return this.comments.insert(comment);
  }

  lock(noteId: string, id: string): Promise<Pick<NoteCommentEntity, 'kind' | 'authorId'> | null> {
    return this.comments.findOne(['kind', 'authorId'], { noteId, id }, { lock: true });
  }

  async answer(id: string, answer: string, by: string, at: Date): Promise<void> {
    await this.comments.update({ id }, { answer, answeredBy: by, answeredAt: at });
  }

  async remove(id: string): Promise<void> {
    await this.comments.delete({ id });
  }

  /** A unit that used it before has begun at another day. */
  async use(noteId: string, unit: string, since: string, by: string, at: Date): Promise<void> {
    const use = { noteId, unit, since, addedBy: by, addedAt: at };
    await this.uses.put({ key: ['noteId', 'unit'], keep: ['addedBy', 'addedAt'] }, use);
  }

  async stopUse(noteId: string, unit: string): Promise<void> {
    await this.uses.delete({ noteId, unit });
  }
}
