import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { dateInRange, isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { erasureGrounds, type ErasureGround } from '../domain/erasure.js';
import type { Subject } from '../domain/subject.js';

/** Whose data was erased, by ids alone, so that what a backup brings back is erased again. */
@Entity('erasure')
@Index('erasure_asked_at_idx', ['askedAt', 'id'])
@Index('erasure_waiting_idx', ['id'], { where: 'done_at IS NULL' })
@Index('erasure_person_idx', ['personId'], { where: 'person_id IS NOT NULL' })
@Index('erasure_entered_by_idx', ['enteredBy'], { where: 'entered_by IS NOT NULL' })
@Check('erasure_ground_check', isOneOf('ground', erasureGrounds))
@Check(
  'erasure_letter_check',
  `(ground = 'letter') = (entered_by IS NOT NULL) AND (ground = 'letter') = (letter_on IS NOT NULL) AND (ground <> 'letter' OR reason <> '')`,
)
@Check('erasure_letter_on_range_check', dateInRange('letter_on'))
@Check('erasure_subject_check', 'done_at IS NULL OR subject IS NULL')
export class ErasureEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The account; null for who had none. */
  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ type: 'uuid', array: true })
  participants: string[];

  @Column({ type: 'uuid', array: true })
  members: string[];

  @Column('text')
  ground: ErasureGround;

  /** Of a written request: what it was, for the administrator. */
  @Column({ type: 'text', default: '' })
  reason: string;

  @Column({ type: 'date', nullable: true })
  letterOn: string | null;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  enteredBy: string | null;

  @Column('timestamptz')
  askedAt: Date;

  /** By what somebody is found while the erasure goes on; null before and afterwards. */
  @Column({ type: 'jsonb', nullable: true })
  subject: Subject | null;

  /** What has been gone through. */
  @Column({ type: 'text', array: true, default: () => "'{}'" })
  doneTables: string[];

  /** How many rows were changed. */
  @Column({ type: 'integer', default: 0 })
  changed: number;

  @Column({ type: 'timestamptz', nullable: true })
  doneAt: Date | null;
}
