import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import type { VisitState } from '../domain/visit-transitions.js';
import { VisitEntity } from './visit.entity.js';

/** A line of a visit's history: who did what, when and why. */
@Entity('visit_history')
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
}
