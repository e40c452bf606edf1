import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { isOneOf } from '../../platform/database/checks.js';
import { IdentityColumn } from '../../platform/database/identity-column.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import { outcomeWords, type Outcome } from '../domain/outcome.js';

/** A mail that came in, and what became of it. */
@Entity('received_mail')
@Index('received_mail_kept_source_idx', ['receivedAt'], { where: 'source IS NOT NULL' })
@Index('received_mail_visit_idx', ['visitId', 'position'])
@Check('received_mail_outcome_check', isOneOf('outcome', Object.keys(outcomeWords)))
export class ReceivedMailEntity {
  @PrimaryColumn('uuid')
  id: string;

  @IdentityColumn()
  position: string;

  /** SHA-256 of the source. */
  @Column({ type: 'text', unique: true })
  digest: string;

  @Column('text')
  sender: string;

  @Column('text')
  subject: string;

  /** Null once it was dropped, long after it was handled. */
  @Column({ type: 'bytea', nullable: true })
  source: Buffer | null;

  @Column('text')
  outcome: Outcome;

  @ForeignKey(() => VisitEntity, { onDelete: 'SET NULL' })
  @Column({ type: 'uuid', nullable: true })
  visitId: string | null;

  @Column('timestamptz')
  receivedAt: Date;
}
