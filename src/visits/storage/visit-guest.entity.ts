import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { dateInRange, isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { guestAnswers, type GuestAnswer } from '../domain/guest-answers.js';
import { VisitEntity } from './visit.entity.js';

/** An organisation that visits together with others, or was asked to. */
@Entity('visit_guest')
@Index('visit_guest_joined_idx', ['visitId', 'organisation'], { where: 'NOT is_leading' })
@Unique(['visitId', 'organisation'])
@Index('visit_guest_leading_key', ['visitId'], { unique: true, where: 'is_leading' })
@Index('visit_guest_organisation_idx', ['organisation', 'visitId'])
@Index('visit_guest_due_idx', ['dueOn'], { where: `answer = 'asked'` })
@Check('visit_guest_answer_check', isOneOf('answer', guestAnswers))
@Check('visit_guest_due_check', `(answer <> 'asked') OR (due_on IS NOT NULL)`)
@Check('visit_guest_due_on_range_check', dateInRange('due_on'))
@Check('visit_guest_leading_check', `(NOT is_leading) OR (answer = 'joined')`)
@Check('visit_guest_party_size_check', 'party_size BETWEEN 1 AND 1000')
export class VisitGuestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  @ForeignKey(() => UnitEntity)
  @Column('text')
  organisation: string;

  /** Whether it is the visit's own guest; triggers keep it. */
  @Column({ type: 'boolean', default: false })
  isLeading: boolean;

  @Column('text')
  answer: GuestAnswer;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  askedBy: string | null;

  @Column('timestamptz')
  askedAt: Date;

  /** Last day on which it can answer, by its own calendar; null where nobody was asked. */
  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  /** What whoever asked wrote beside it. */
  @Column({ type: 'text', default: '' })
  message: string;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  answeredBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null;

  /** What was written with the last answer. */
  @Column({ type: 'text', default: '' })
  reason: string;

  /** Size of its part of the party, as it was given; null for the leading guest. */
  @Column({ type: 'integer', nullable: true })
  partySize: number | null;

  /** When those who were asked were reminded; null while they were not. */
  @Column({ type: 'timestamptz', nullable: true })
  remindedAt: Date | null;
}
