import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';

/** How somebody who came unasked is reached, until an officer has looked. */
@Entity('walk_in_contact')
@Index('walk_in_contact_device_idx', ['device'])
@Check('walk_in_contact_email_check', 'email = lower(email)')
@Check('walk_in_contact_reached_check', '(email IS NOT NULL) OR (phone IS NOT NULL)')
export class WalkInContactEntity {
  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  participantId: string;

  /** The scan that it came by: one device adds a few people only. */
  @Column('text')
  device: string;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column('timestamptz')
  cameAt: Date;
}
