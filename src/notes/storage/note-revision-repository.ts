import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { NoteRevisionEntity } from './note.entity.js';

/** What a note said at one of its versions. */
export type NewNoteRevision = NoteRevisionEntity;

@Injectable()
export class NoteRevisionRepository {
  constructor(@InjectRepository(NoteRevisionEntity) private readonly revisions: Rows<NoteRevisionEntity>) {}

  add(revision: NewNoteRevision): Promise<void> {
    return this.revisions.insert(revision);
  }
}
