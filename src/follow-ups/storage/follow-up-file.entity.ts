import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { keptOnce, keptSize } from '../../platform/database/checks.js';
import { StoredFileEntity } from '../../platform/files/stored-file.entity.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { FollowUpEntity } from './follow-up.entity.js';

/** A document that shows that a promise was kept. */
@Entity('follow_up_file')
@Unique('follow_up_file_content_key', ['followUpId', 'sha256'])
@Check('follow_up_file_name_check', `name <> ''`)
@Index('follow_up_file_stored_idx', ['stored'], { where: 'stored IS NOT NULL' })
@Index('follow_up_file_unmoved_idx', ['id'], { where: 'content IS NOT NULL' })
@Check('follow_up_file_size_check', keptSize)
@Check('follow_up_file_stored_check', keptOnce)
export class FollowUpFileEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => FollowUpEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  followUpId: string;

  @Column('text')
  name: string;

  @Column('text')
  mediaType: string;

  /** Bytes. */
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
