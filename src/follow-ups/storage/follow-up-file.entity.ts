import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { FollowUpEntity } from './follow-up.entity.js';

/** A document that shows that a promise was kept. */
@Entity('follow_up_file')
@Unique('follow_up_file_content_key', ['followUpId', 'sha256'])
@Check('follow_up_file_name_check', `name <> ''`)
@Check('follow_up_file_size_check', 'size BETWEEN 1 AND 5242880 AND (size = octet_length(content))')
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

  @Column('bytea')
  content: Buffer;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  addedBy: string;

  @Column('timestamptz')
  addedAt: Date;
}
