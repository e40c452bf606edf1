import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { INDONESIAN } from '../../platform/database/collation.js';
import { instantInRange, isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { attendances, walkInStates, type Attendance, type WalkInState } from '../domain/attendance.js';
import { answerOrigins, type AnswerOrigin } from '../domain/heard-answer.js';
import {
  participantAnswers,
  participantRoles,
  participantSides,
  type ParticipantAnswer,
  type ParticipantRole,
  type ParticipantSide,
} from '../domain/participant.js';
import { VisitGuestEntity } from './visit-guest.entity.js';
import { VisitEntity } from './visit.entity.js';

/** Somebody who takes part in a visit, with or without an account. */
@Entity('visit_participant')
@ForeignKey(() => VisitGuestEntity, ['visitId', 'broughtBy'], ['visitId', 'organisation'], {
  name: 'visit_participant_brought_by_fkey',
  onUpdate: 'CASCADE',
})
@Unique('visit_participant_email_key', ['visitId', 'email', 'name'])
@Index('visit_participant_brought_by_idx', ['visitId', 'broughtBy'])
@Index('visit_participant_contact_written_by_idx', ['contactWrittenBy'], {
  where: 'contact_written_by IS NOT NULL',
})
@Index('visit_participant_email_idx', ['email'], { where: 'email IS NOT NULL' })
@Index('visit_participant_person_idx', ['personId'], { where: 'person_id IS NOT NULL' })
@Check('visit_participant_answer_check', isOneOf('answer', participantAnswers))
@Check(
  'visit_participant_attendance_check',
  `((attendance IS NULL) = (attendance_at IS NULL)) AND ((attendance IS NULL) OR (${isOneOf('attendance', attendances)}))`,
)
@Check('visit_participant_attendance_late_check', 'attendance_at <= attendance_late_at')
@Check('visit_participant_brought_by_check', `(brought_by IS NULL) OR (side = 'guest')`)
@Check('visit_participant_email_check', 'email = lower(email)')
@Check(
  'visit_participant_heard_check',
  `(answer = 'needs-action') OR ((answered_at IS NOT NULL) AND (heard_at IS NOT NULL) AND (heard_from IS NOT NULL))`,
)
@Check('visit_participant_heard_at_range_check', instantInRange('heard_at'))
@Check('visit_participant_heard_from_check', isOneOf('heard_from', answerOrigins))
@Check('visit_participant_nip_check', `nip ~ '^[0-9]{18}$'`)
@Check(
  'visit_participant_attendance_own_check',
  '(NOT attendance_own) OR ((attendance IS NOT NULL) AND (attendance_by IS NULL))',
)
@Check(
  'visit_participant_represented_by_check',
  `((represented_by IS NOT NULL) = (attendance IS NOT DISTINCT FROM 'represented')) AND (represented_by <> '')`,
)
@Check('visit_participant_role_check', isOneOf('role', participantRoles))
@Check('visit_participant_side_check', isOneOf('side', participantSides))
@Check('visit_participant_walk_in_check', isOneOf('walk_in', walkInStates))
export class VisitParticipantEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ type: 'text', collation: INDONESIAN })
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

  /** When what counts was said; nothing that was said before counts any more. */
  @Column({ type: 'timestamptz', nullable: true })
  heardAt: Date | null;

  @Column({ type: 'text', nullable: true })
  heardFrom: AnswerOrigin | null;

  @Column({ type: 'text', nullable: true })
  attendance: Attendance | null;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  attendanceBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  attendanceAt: Date | null;

  /** The entry of a device that the attendance came by; sent again it is the same. */
  @Column({ type: 'uuid', nullable: true })
  attendanceEntry: string | null;

  /** When the attendance arrived, where the visit was closed before; null for what came in time. */
  @Column({ type: 'timestamptz', nullable: true })
  attendanceLateAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  /** The unit whose people wrote address and telephone down; null when they came from the person's own account. */
  @ForeignKey(() => UnitEntity)
  @Column({ type: 'text', nullable: true })
  contactWrittenBy: string | null;

  /** The joined guest in whose part of the party they come; null for the leading guest's and for all others. */
  @Column({ type: 'text', nullable: true })
  broughtBy: string | null;

  @Column({ type: 'text', nullable: true })
  nip: string | null;

  @Column({ type: 'text', nullable: true })
  rank: string | null;

  /** As what they work, where that is told apart from the office. */
  @Column({ type: 'text', nullable: true })
  position: string | null;

  /** Who came instead, by name. */
  @Column({ type: 'text', nullable: true })
  representedBy: string | null;

  /** Whether an officer has yet to look at somebody who came unasked; null for all others. */
  @Column({ type: 'text', nullable: true })
  walkIn: WalkInState | null;

  /** Whether the attendance was said in person at the door. */
  @Column({ type: 'boolean', default: false })
  attendanceOwn: boolean;
}
