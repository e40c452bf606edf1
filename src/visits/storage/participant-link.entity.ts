import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitParticipantEntity } from './visit-participant.entity.js';

/** A link to a participant's page, which needs no account. */
@Entity('participant_link')
@Index('participant_link_created_idx', ['createdAt'])
@Index('participant_link_participant_idx', ['participantId'])
export class ParticipantLinkEntity {
  @PrimaryColumn('text')
  tokenHash: string;

  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  participantId: string;

  @Column('timestamptz')
  createdAt: Date;

  /** Whether it was written into a message to the participant's telephone, and not into a mail. */
  @Column({ type: 'boolean', default: false })
  byMessage: boolean;

  /** When links were sent anew and this one ended; its holder may still ask for another. */
  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  /** Of the secret of the feed's address; null while a link of older mails has no feed. */
  @Column({ type: 'text', nullable: true, unique: true })
  feedHash: string | null;

  /** Of what the feed held when it was read last. */
  @Column({ type: 'text', nullable: true })
  feedDigest: string | null;

  /** Since when the feed has held that, in whole seconds. */
  @Column({ type: 'timestamptz', nullable: true })
  feedChangedAt: Date | null;

  /** When a program read the feed last, to the hour. */
  @Column({ type: 'timestamptz', nullable: true })
  feedUsedAt: Date | null;

  /** As of when the feed holds what the digest says; calendars say what that is. */
  @Column({ type: 'text', nullable: true })
  feedHeld: string | null;
}
