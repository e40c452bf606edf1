import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { otherWays, type OtherWay } from '../domain/answer-ways.js';
import type { Side } from '../domain/visit-policies.js';
import type { VisitState } from '../domain/visit-transitions.js';
import type { FieldChange } from '../domain/field-changes.js';
import { VisitEntity } from './visit.entity.js';

/** A line of a visit's history: who did what, when and why. */
@Entity('visit_history')
@Index('visit_history_at_idx', ['at'])
@Index('visit_history_accepted_idx', ['actorId', 'visitId'], { where: "action = 'accept' AND side = 'host'" })
@Check('visit_history_side_check', "side IN ('guest', 'host', 'joined', 'regional', 'system')")
@Check('visit_history_came_by_check', isOneOf('came_by', otherWays))
@Check('visit_history_changes_check', `jsonb_typeof(changes) = 'array'`)
@Unique('visit_history_version_key', ['visitId', 'version'])
export class VisitHistoryEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  @Column('timestamptz')
  at: Date;

  /** Null for the system itself. */
  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  actorId: string | null;

  @Column('text')
  actorName: string;

  /** For whom it was done; null for participants who act for themselves. */
  @Column({ type: 'text', nullable: true })
  side: Side | null;

  @Column('text')
  action: string;

  @Column({ type: 'text', nullable: true })
  fromState: VisitState | null;

  @Column('text')
  toState: VisitState;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column('integer')
  version: number;

  /** How an answer of the host came, where its own people did not give it by an account. */
  @Column({ type: 'text', nullable: true })
  cameBy: OtherWay | null;

  /** The fields that changed, with what stood before and what stands after. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  changes: FieldChange[];
}
