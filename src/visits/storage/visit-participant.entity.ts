import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import {
  participantAnswers,
  participantRoles,
  participantSides,
  type Attendance,
  type ParticipantAnswer,
  type ParticipantRole,
  type ParticipantSide,
} from '../domain/participant.js';
import { VisitEntity } from './visit.entity.js';

/** Somebody who takes part in a visit, with or without an account. */
@Entity('visit_participant')
@Unique('visit_participant_email_key', ['visitId', 'email'])
@Index('visit_participant_contact_written_by_idx', ['contactWrittenBy'], {
  where: 'contact_written_by IS NOT NULL',
})
@Index('visit_participant_email_idx', ['email'], { where: 'email IS NOT NULL' })
@Index('visit_participant_person_idx', ['personId'], { where: 'person_id IS NOT NULL' })
@Check('visit_participant_answer_check', isOneOf('answer', participantAnswers))
@Check(
  'visit_participant_attendance_check',
  `((attendance IS NULL) = (attendance_at IS NULL)) AND ((attendance IS NULL) OR (attendance IN ('present', 'absent')))`,
)
@Check('visit_participant_email_check', 'email = lower(email)')
@Check('visit_participant_role_check', isOneOf('role', participantRoles))
@Check('visit_participant_side_check', isOneOf('side', participantSides))
export class VisitParticipantEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @Column('text')
  name: string;

  @Column({ type: 'text', nullable: true })
  office: string | null;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column('text')
  side: ParticipantSide;

  @Column('text')
  role: ParticipantRole;

  @Column({ type: 'text', default: 'needs-action' })
  answer: ParticipantAnswer;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null;

  @Column({ type: 'text', nullable: true })
  attendance: Attendance | null;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  attendanceBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  attendanceAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  /** The unit whose people wrote address and telephone down; null when they came from the person's own account. */
  @ForeignKey(() => UnitEntity)
  @Column({ type: 'text', nullable: true })
  contactWrittenBy: string | null;
}
