import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { VisitEntity } from './visit.entity.js';

/** A document of a visit. */
@Entity('visit_file')
@Unique('visit_file_content_key', ['visitId', 'sha256'])
@Check('visit_file_name_check', `name <> ''`)
@Check('visit_file_size_check', 'size BETWEEN 1 AND 5242880 AND (size = octet_length(content))')
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

  @Column('bytea')
  content: Buffer;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  addedBy: string;

  @Column('timestamptz')
  addedAt: Date;
}
