import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { dateInRange, instantInRange, isOneOf } from '../../platform/database/checks.js';
import type { OwnHours } from '../../platform/text/day-hours.js';
import { LONGEST_SECURE_LINK } from '../../platform/text/web-pages.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { RegionalOfficeEntity } from '../../units/storage/regional-office.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import type { HoldingVisit } from '../domain/host-time.js';
import type { RecordingSide } from '../domain/recorded-visit.js';
import type { VisitKind } from '../domain/reference.js';
import { visitFields, type VisitDetails } from '../domain/visit-fields.js';
import { visitModes, type VisitMode } from '../domain/visit-mode.js';
import { visitStates, type VisitState } from '../domain/visit-transitions.js';

const { least, most } = visitFields.partySize;

/** A visit of one unit at another. */
@Entity('visit')
@Index('visit_arranged_by_idx', ['arrangedBy', 'startsAt'], { where: 'arranged_by IS NOT NULL' })
@Index('visit_ended_idx', ['endsAt'], { where: `state IN ('confirmed', 'held')` })
@Index('visit_answer_entered_idx', ['answerEnteredAt'], { where: 'answer_entered_at IS NOT NULL' })
@Index('visit_asked_party_idx', ['hostUnit'], { where: 'asked_party IS NOT NULL' })
@Index('visit_contact_idx', { synchronize: false })
@Index('visit_created_by_idx', ['createdBy', 'state'])
@Index('visit_disputed_idx', ['disputedAt'], { where: 'disputed_at IS NOT NULL' })
@Index('visit_guest_state_idx', ['guestUnit', 'state', 'changedAt'])
@Index('visit_guest_unit_idx', ['guestUnit', 'startsAt', 'id'])
@Index('visit_host_unit_idx', ['hostUnit', 'startsAt', 'id'])
@Index('visit_host_state_idx', ['hostUnit', 'state', 'changedAt'])
@Index('visit_matter_idx', { synchronize: false })
@Index('visit_proposed_idx', ['proposedStartsAt'], { where: 'proposed_starts_at IS NOT NULL' })
@Index('visit_recorded_idx', ['createdAt'], { where: 'recorded_by IS NOT NULL' })
@Index('visit_starts_at_idx', ['startsAt', 'id', 'endsAt'])
@Index('visit_words_idx', { synchronize: false })
@Index('visit_state_idx', ['state', 'startsAt', 'id', 'endsAt'])
@Check('visit_agreed_party_check', 'agreed_party BETWEEN 1 AND 1000')
@Check('visit_asked_party_check', 'asked_party BETWEEN 1 AND 1000')
@Check(
  'visit_arranged_check',
  `((NOT awaits_guest) OR ((arranged_by IS NOT NULL) AND (state IN ('arranged', 'counter-proposed', 'declined', 'withdrawn', 'expired')))) AND ((state <> 'arranged') OR (awaits_guest AND (proposed_by IS DISTINCT FROM 'guest'))) AND ((arranged_by IS NULL) OR (state <> 'draft'))`,
)
@Check('visit_assignment_letter_date_range_check', dateInRange('assignment_letter_date'))
@Check('visit_ends_at_range_check', instantInRange('ends_at'))
@Check('visit_kind_check', `kind IN ('study-visit', 'working-visit', 'coordination')`)
@Check(
  'visit_length_check',
  `(ends_at <= (starts_at + '336:00:00'::interval)) AND (proposed_ends_at <= (proposed_starts_at + '336:00:00'::interval))`,
)
@Check(
  'visit_meeting_link_check',
  `(meeting_link ~ '^https://[^[:space:]]+$') AND (length(meeting_link) <= ${LONGEST_SECURE_LINK})`,
)
@Check('visit_mode_check', isOneOf('mode', Object.keys(visitModes)))
@Check(
  'visit_own_hours_check',
  `(own_hours IS NULL) OR (((lower(own_hours) IS NOT DISTINCT FROM 0) AND ((starts_at + (upper(own_hours) * '00:01:00'::interval)) IS NOT DISTINCT FROM ends_at)) AND (own_hours <> int4multirange(range_merge(own_hours))))`,
)
@Check('visit_party_size_check', `party_size BETWEEN ${least} AND ${most}`)
@Check(
  'visit_proposal_check',
  `(num_nulls(proposed_starts_at, proposed_ends_at, proposed_by, proposed_at) = ANY (ARRAY[0, 4])) AND ((proposed_starts_at IS NULL) OR (proposed_starts_at < proposed_ends_at)) AND ((proposed_by IS NULL) OR (proposed_by IN ('guest', 'host'))) AND ((state <> 'counter-proposed') OR (proposed_at IS NOT NULL))`,
)
@Check('visit_proposed_ends_at_range_check', instantInRange('proposed_ends_at'))
@Check(
  'visit_proposed_own_hours_check',
  `(proposed_own_hours IS NULL) OR ((proposed_starts_at IS NOT NULL) AND (lower(proposed_own_hours) IS NOT DISTINCT FROM 0) AND ((proposed_starts_at + (upper(proposed_own_hours) * '00:01:00'::interval)) IS NOT DISTINCT FROM proposed_ends_at) AND (proposed_own_hours <> int4multirange(range_merge(proposed_own_hours))))`,
)
@Check('visit_proposed_starts_at_range_check', instantInRange('proposed_starts_at'))
@Check('visit_reply_letter_date_range_check', dateInRange('reply_letter_date'))
@Check('visit_request_letter_date_range_check', dateInRange('request_letter_date'))
@Check(
  'visit_disputed_check',
  `((disputed_by IS NULL) = (disputed_at IS NULL)) AND ((disputed_by IS NULL) OR (((recorded_by IS NOT NULL) AND (disputed_by IN ('guest', 'host')) AND (disputed_by <> recorded_by)) OR ((recorded_by IS NULL) AND (answer_entered_at IS NOT NULL) AND (disputed_by = 'host'))))`,
)
@Check(
  'visit_recorded_check',
  `(recorded_by IS NULL) OR ((recorded_by IN ('guest', 'host', 'regional')) AND (state IN ('confirmed', 'held', 'closed', 'withdrawn', 'cancelled', 'not-held')))`,
)
@Check('visit_recorded_since_check', `(recorded_by IS NULL) OR (starts_at >= '2014-12-31T15:00:00Z')`)
@Check(
  'visit_reviewed_check',
  `(reviewed_by <@ ARRAY['guest', 'host']) AND ((recorded_by IS NOT NULL) OR (answer_entered_at IS NOT NULL) OR (reviewed_by = '{}'))`,
)
@Check('visit_starts_at_range_check', instantInRange('starts_at'))
@Check('visit_state_check', isOneOf('state', visitStates))
@Check(
  'visit_submitted_check',
  `CASE state WHEN 'draft' THEN (submitted_at IS NULL) WHEN 'withdrawn' THEN true ELSE (submitted_at IS NOT NULL) END`,
)
@Check('visit_times_check', 'starts_at < ends_at')
@Check('visit_longest_check', `(ends_at - starts_at) <= '14 days'::interval`)
@Check('visit_longest_proposal_check', `(proposed_ends_at - proposed_starts_at) <= '14 days'::interval`)
@Check('visit_units_check', 'guest_unit <> host_unit')
export class VisitEntity implements Omit<VisitDetails, 'programs' | 'learningQuestions'> {
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

  @Column({ type: 'text', default: '' })
  hostMessage: string;

  @Column({ type: 'text', default: '' })
  conditions: string;

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

  /** Null where each day has the same hours. */
  @Column({ type: 'int4multirange', nullable: true })
  ownHours: OwnHours | null;

  @Column({ type: 'text', default: 'on-site' })
  mode: VisitMode;

  /** Told to nobody while the visit is on site. */
  @Column({ type: 'text', nullable: true })
  meetingLink: string | null;

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

  /** Guests whom the host agreed to receive beyond its limit; null where it agreed to none. */
  @Column({ type: 'integer', nullable: true })
  agreedParty: number | null;

  /** Guests for whom the guest asks the host's leave; null while it does not. */
  @Column({ type: 'integer', nullable: true })
  askedParty: number | null;

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

  @Column({ type: 'int4multirange', nullable: true })
  proposedOwnHours: OwnHours | null;

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

  /** The side that entered it, where it was agreed upon elsewhere; by whom and when are `createdBy` and `createdAt`. */
  @Column({ type: 'text', nullable: true })
  recordedBy: RecordingSide | null;

  /** When the guest entered an answer of the host that came by letter or telephone; null once the host itself answered. */
  @Column({ type: 'timestamptz', nullable: true })
  answerEnteredAt: Date | null;

  /** The units that said whether it is right as it was entered. */
  @Column({ type: 'text', array: true, default: '{}' })
  reviewedBy: string[];

  /** The unit whose objection to it stands; while it does, the visit counts nowhere. */
  @Column({ type: 'text', nullable: true })
  disputedBy: 'guest' | 'host' | null;

  @Column({ type: 'timestamptz', nullable: true })
  disputedAt: Date | null;

  /** The regional office that arranged it; null where its guest asked for it. */
  @ForeignKey(() => RegionalOfficeEntity)
  @Column({ type: 'text', nullable: true })
  arrangedBy: string | null;

  /** Whether its guest has yet to say yes to what the regional office arranged. */
  @Column({ type: 'boolean', default: false })
  awaitsGuest: boolean;

  /** Null for one that was never sent to the host; a trigger keeps it. */
  @Column({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null;
}
