import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A copy of everything that was begun, and what became of it. */
@Entity('backup_run')
@Index('backup_run_started_at_idx', { synchronize: false })
@Check('backup_run_bytes_check', 'bytes > 0')
@Check('backup_run_ended_at_check', 'ended_at >= started_at')
@Check('backup_run_fault_check', '(length(fault) >= 1) AND (length(fault) <= 500)')
@Check(
  'backup_run_outcome_check',
  'CASE WHEN (ended_at IS NULL) THEN (num_nonnulls(bytes, fault) = 0) ELSE (num_nonnulls(bytes, fault) = 1) END',
)
export class BackupRunEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Path of the backup's folder. */
  @Column('text')
  folder: string;

  @Column('boolean')
  nightly: boolean;

  @Column('timestamptz')
  startedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'bigint', nullable: true })
  bytes: string | null;

  @Column({ type: 'text', nullable: true })
  fault: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt: Date | null;
}
