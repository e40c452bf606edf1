import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitParticipantEntity } from './visit-participant.entity.js';

/** A link by which the owner of a mailbox says that a participant is to have its address. */
@Entity('participant_address')
@Index('participant_address_participant_id_idx', ['participantId', 'createdAt'])
@Check('participant_address_email_check', 'email = lower(email)')
export class ParticipantAddressEntity {
  @PrimaryColumn('text')
  tokenHash: string;

  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  participantId: string;

  @Column('text')
  email: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}
