import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { RetentionKind } from '../domain/retention.js';

/** When what is old was last dropped, a row a kind. */
@Entity('retention_run')
@Check('retention_run_dropped_check', 'dropped >= 0 AND dropped_in_all >= dropped')
export class RetentionRunEntity {
  @PrimaryColumn('text')
  kind: RetentionKind;

  @Column('timestamptz')
  ranAt: Date;

  /** In the last run. */
  @Column('integer')
  dropped: number;

  @Column('integer')
  droppedInAll: number;
}
