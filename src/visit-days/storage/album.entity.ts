import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { NotePictureEntity } from '../../notes/storage/note-attachment.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import { VisitEntryEntity } from './visit-entry.entity.js';

/** The version of a visit's album; without a row it is 0. */
@Entity('visit_album')
@Check('visit_album_version_check', 'version > 0')
export class VisitAlbumEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @Column('integer')
  version: number;
}

/** A photo as large as it came: JPEG, upright, without what the camera wrote into it. */
@Entity('visit_photo_original')
@Check(
  'visit_photo_original_content_check',
  '(octet_length(content) >= 1) AND (octet_length(content) <= 10485760)',
)
@Check('visit_photo_original_sha256_check', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('visit_photo_original_size_check', '(width > 0) AND (height > 0)')
export class PhotoOriginalEntity {
  @ForeignKey(() => VisitEntryEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  entryId: string;

  @Column('bytea')
  content: Buffer;

  @Column('text')
  sha256: string;

  /** Pixels. */
  @Column('integer')
  width: number;

  @Column('integer')
  height: number;
}

/** A picture of a note that was taken over from an album. */
@Entity('photo_in_note')
@Index('photo_in_note_entry_id_idx', ['entryId'])
export class PhotoInNoteEntity {
  @ForeignKey(() => NotePictureEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  pictureId: string;

  @ForeignKey(() => VisitEntryEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  entryId: string;
}
