import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { keptOnce, keptSize } from '../../platform/database/checks.js';
import { StoredFileEntity } from '../../platform/files/stored-file.entity.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { NoteEntity } from './note.entity.js';

/** A document of a note. */
@Entity('note_file')
@Unique('note_file_sha256_key', ['noteId', 'sha256'])
@Index('note_file_stored_idx', ['stored'], { where: 'stored IS NOT NULL' })
@Index('note_file_unmoved_idx', ['id'], { where: 'content IS NOT NULL' })
@Check('note_file_size_check', keptSize)
@Check('note_file_stored_check', keptOnce)
export class NoteFileEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => NoteEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  noteId: string;

  @Column('text')
  name: string;

  @Column('text')
  mediaType: string;

  @Column('integer')
  size: number;

  @Column('text')
  sha256: string;

  /** Of one that was not moved to the store of files yet. */
  @Column({ type: 'bytea', nullable: true })
  content: Buffer | null;

  /** The object that holds its bytes. */
  @ForeignKey(() => StoredFileEntity)
  @Column({ type: 'text', nullable: true })
  stored: string | null;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  addedBy: string;

  @Column('timestamptz')
  addedAt: Date;
}

/** A picture of a note. */
@Entity('note_picture')
@Index('note_picture_note_idx', ['noteId', 'addedAt', 'id'])
@Check('note_picture_caption_check', `caption <> ''`)
@Check('note_picture_cleared_check', '(cleared_by IS NULL) = (cleared_at IS NULL)')
export class NotePictureEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => NoteEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  noteId: string;

  @Column('text')
  caption: string;

  @Column('bytea')
  picture: Buffer;

  @Column('bytea')
  thumbnail: Buffer;

  @Column('integer')
  width: number;

  @Column('integer')
  height: number;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  addedBy: string;

  @Column('timestamptz')
  addedAt: Date;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  clearedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  clearedAt: Date | null;
}
