import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { keptOnce, keptSize } from '../../platform/database/checks.js';
import { StoredFileEntity } from '../../platform/files/stored-file.entity.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { VisitEntity } from './visit.entity.js';

/** A document of a visit. */
@Entity('visit_file')
@Unique('visit_file_content_key', ['visitId', 'sha256'])
@Check('visit_file_name_check', `name <> ''`)
@Index('visit_file_stored_idx', ['stored'], { where: 'stored IS NOT NULL' })
@Index('visit_file_unmoved_idx', ['id'], { where: 'content IS NOT NULL' })
@Check('visit_file_size_check', keptSize)
@Check('visit_file_stored_check', keptOnce)
export class VisitFileEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

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
