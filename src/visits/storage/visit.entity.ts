import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { dateInRange, instantInRange, isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import type { HoldingVisit } from '../domain/host-time.js';
import type { VisitKind } from '../domain/reference.js';
import { visitStates, type VisitState } from '../domain/visit-transitions.js';

/** A visit of one unit at another. */
@Entity('visit')
@Index('visit_ended_idx', ['endsAt'], { where: `state IN ('confirmed', 'held')` })
@Index('visit_guest_unit_idx', ['guestUnit', 'startsAt', 'id'])
@Index('visit_host_unit_idx', ['hostUnit', 'startsAt', 'id'])
@Index('visit_starts_at_idx', ['startsAt', 'id'])
@Index('visit_waiting_idx', ['state', 'startsAt'], {
  where: `state IN ('requested', 'counter-proposed', 'confirmed')`,
})
@Check('visit_assignment_letter_date_range_check', dateInRange('assignment_letter_date'))
@Check('visit_ends_at_range_check', instantInRange('ends_at'))
@Check('visit_kind_check', `kind IN ('study-visit', 'working-visit', 'coordination')`)
@Check(
  'visit_length_check',
  `(ends_at <= (starts_at + '336:00:00'::interval)) AND (proposed_ends_at <= (proposed_starts_at + '336:00:00'::interval))`,
)
@Check('visit_party_size_check', 'party_size BETWEEN 1 AND 1000')
@Check(
  'visit_proposal_check',
  `(num_nulls(proposed_starts_at, proposed_ends_at, proposed_by, proposed_at) = ANY (ARRAY[0, 4])) AND ((proposed_starts_at IS NULL) OR (proposed_starts_at < proposed_ends_at)) AND ((proposed_by IS NULL) OR (proposed_by IN ('guest', 'host'))) AND ((state <> 'counter-proposed') OR (proposed_at IS NOT NULL))`,
)
@Check('visit_proposed_ends_at_range_check', instantInRange('proposed_ends_at'))
@Check('visit_proposed_starts_at_range_check', instantInRange('proposed_starts_at'))
@Check('visit_reply_letter_date_range_check', dateInRange('reply_letter_date'))
@Check('visit_request_letter_date_range_check', dateInRange('request_letter_date'))
@Check('visit_starts_at_range_check', instantInRange('starts_at'))
@Check('visit_state_check', isOneOf('state', visitStates))
@Check(
  'visit_submitted_check',
  `CASE state WHEN 'draft' THEN (submitted_at IS NULL) WHEN 'withdrawn' THEN true ELSE (submitted_at IS NOT NULL) END`,
)
@Check('visit_times_check', 'starts_at < ends_at')
@Check('visit_units_check', 'guest_unit <> host_unit')
export class VisitEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'text', unique: true })
  reference: string;

  @Column('text')
  state: VisitState;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'integer', default: 0 })
  sequence: number;

  @Column('text')
  kind: VisitKind;

  @Column('text')
  title: string;

  @Column('text')
  purpose: string;

  @Column({ type: 'text', array: true })
  topics: string[];

  @ForeignKey(() => UnitEntity)
  @Column('text')
  guestUnit: string;

  @ForeignKey(() => UnitEntity)
  @Column('text')
  hostUnit: string;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('text')
  place: string;

  @Column('text')
  contactName: string;

  @Column({ type: 'text', nullable: true })
  contactPhone: string | null;

  @Column({ type: 'text', nullable: true })
  contactEmail: string | null;

  @Column('integer')
  partySize: number;

  @Column({ type: 'text', nullable: true })
  requestLetterNumber: string | null;

  @Column({ type: 'date', nullable: true })
  requestLetterDate: string | null;

  @Column({ type: 'text', nullable: true })
  replyLetterNumber: string | null;

  @Column({ type: 'date', nullable: true })
  replyLetterDate: string | null;

  @Column({ type: 'text', nullable: true })
  assignmentLetterNumber: string | null;

  @Column({ type: 'date', nullable: true })
  assignmentLetterDate: string | null;

  /** The time that one side offers instead. */
  @Column({ type: 'timestamptz', nullable: true })
  proposedStartsAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  proposedEndsAt: Date | null;

  @Column({ type: 'text', nullable: true })
  proposedBy: HoldingVisit['proposedBy'];

  @Column({ type: 'timestamptz', nullable: true })
  proposedAt: Date | null;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  changedAt: Date;

  /** Null for one that was never sent to the host; a trigger keeps it. */
  @Column({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null;
}
