import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { INDONESIAN } from '../../platform/database/collation.js';
import { dateInRange, isOneOf } from '../../platform/database/checks.js';
import { NoteEntity } from '../../notes/storage/note.entity.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import {
  followUpActions,
  followUpStates,
  type FollowUpAction,
  type FollowUpState,
} from '../domain/follow-up-states.js';

/** What a unit promised after a visit. */
@Entity('follow_up')
@Unique('follow_up_state_key', ['id', 'state'])
@Index('follow_up_done_idx', ['doneAt'], { where: 'done_at IS NOT NULL' })
@Index('follow_up_due_idx', ['dueOn', 'id'])
@Index('follow_up_note_idx', ['noteId'], { where: 'note_id IS NOT NULL' })
@Index('follow_up_person_idx', ['personId'], { where: 'person_id IS NOT NULL' })
@Index('follow_up_position_idx', { synchronize: false })
@Index('follow_up_waits_idx', ['dueOn', 'id'], { where: `state IN ('open', 'in-progress')` })
@Index('follow_up_unit_idx', ['unit', 'dueOn', 'id'])
@Index('follow_up_visit_idx', ['visitId'])
@Index('follow_up_waiting_idx', ['unit', 'state', 'dueOn'])
@Check(
  'follow_up_done_check',
  `((state = 'done') = (done_at IS NOT NULL)) AND ((state <> 'done') OR (evidence <> ''))`,
)
@Check('follow_up_dropped_check', `(state <> 'dropped') OR (reason <> '')`)
@Check('follow_up_due_on_range_check', dateInRange('due_on'))
@Check('follow_up_evidence_url_check', `(evidence_url = '') OR (evidence_url ~ '^https?://[^\\s]+$')`)
@Check('follow_up_postponed_count_check', 'postponed_count >= 0')
@Check('follow_up_state_check', isOneOf('state', followUpStates))
@Check('follow_up_version_check', 'version >= 1')
@Check('follow_up_what_check', `what <> ''`)
export class FollowUpEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity)
  @Column('uuid')
  visitId: string;

  @Column({ type: 'text', collation: INDONESIAN })
  what: string;

  /** The responsible unit. */
  @ForeignKey(() => UnitEntity)
  @Column('text')
  unit: string;

  @Column({ type: 'text', collation: INDONESIAN })
  personName: string;

  @Column('date')
  dueOn: string;

  @Column('text')
  state: FollowUpState;

  @Column('text')
  evidence: string;

  /** Why it was dropped. */
  @Column('text')
  reason: string;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  changedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  doneAt: Date | null;

  /** The owner's account at the responsible unit, which reminders reach; null when only the name is known. */
  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  /** The note of the practice that is to be copied. */
  @ForeignKey(() => NoteEntity)
  @Column({ type: 'uuid', nullable: true })
  noteId: string | null;

  /** Where evidence can be seen; empty for nowhere. */
  @Column({ type: 'text', default: '' })
  evidenceUrl: string;

  @Column({ type: 'integer', default: 0 })
  postponedCount: number;
}

/** A line of the history of a promise. */
@Entity('follow_up_history')
@Check('follow_up_history_action_check', isOneOf('action', followUpActions))
@Check('follow_up_history_due_on_range_check', dateInRange('due_on'))
@Check('follow_up_history_from_due_on_range_check', dateInRange('from_due_on'))
@Check(
  'follow_up_history_later_check',
  `(action <> 'postponed') OR ((from_due_on IS NOT NULL) AND (from_due_on < due_on))`,
)
@Check(
  'follow_up_history_reason_check',
  `(action <> ALL (ARRAY['postponed', 'replication-withdrawn'])) OR (reason <> '')`,
)
export class FollowUpHistoryEntity {
  @ForeignKey(() => FollowUpEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  followUpId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('timestamptz')
  at: Date;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  actorId: string;

  @Column('text')
  actorName: string;

  @Column({ type: 'text', nullable: true })
  fromState: FollowUpState | null;

  @Column('text')
  toState: FollowUpState;

  @Column('date')
  dueOn: string;

  @Column('text')
  reason: string;

  @Column('text')
  action: FollowUpAction;

  @Column({ type: 'date', nullable: true })
  fromDueOn: string | null;
}
