import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import type { LetterKind } from '../domain/letter-kinds.js';

/** A Word template of an office for a kind of its letters, each upload a version. */
@Entity('letter_template')
@Unique('letter_template_number_key', ['organisation', 'kind', 'number'])
@Index('letter_template_current_idx', ['organisation', 'kind'], { unique: true, where: 'is_current' })
@Index('letter_template_uploaded_by_idx', ['uploadedBy'])
@Check('letter_template_number_check', 'number >= 1')
@Check('letter_template_size_check', 'size BETWEEN 1 AND 5242880 AND (size = octet_length(content))')
export class LetterTemplateEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** A unit, or a regional office: its templates are for all its units that have none of their own. */
  @ForeignKey(() => UnitEntity)
  @Column('text')
  organisation: string;

  @Column('text')
  kind: LetterKind;

  /** Which version, from 1. */
  @Column('integer')
  number: number;

  /** Of the file. */
  @Column('text')
  name: string;

  /** Bytes. */
  @Column('integer')
  size: number;

  @Column('bytea')
  content: Buffer;

  @Column({ type: 'text', default: '' })
  note: string;

  /** Whether letters are written with it now; at most one an office and kind. */
  @Column({ type: 'boolean', default: false })
  isCurrent: boolean;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  uploadedBy: string;

  @Column('timestamptz')
  uploadedAt: Date;
}
