import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';

/** That a participant was asked what the visit was worth. */
@Entity('feedback_request')
@Index('feedback_request_unreminded_idx', ['expiresAt', 'participantId'], { where: 'reminded_at IS NULL' })
@Check('feedback_request_times_check', '(expires_at > asked_at) AND (reminded_at >= asked_at)')
export class FeedbackRequestEntity {
  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  participantId: string;

  @Column('timestamptz')
  askedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  remindedAt: Date | null;
}

/** A link by which a participant says so without an account. */
@Entity('feedback_link')
@Index('feedback_link_created_idx', ['createdAt'])
@Index('feedback_link_participant_idx', ['participantId'])
export class FeedbackLinkEntity {
  @PrimaryColumn('text')
  tokenHash: string;

  @ForeignKey(() => FeedbackRequestEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  participantId: string;

  @Column('timestamptz')
  createdAt: Date;
}

/** What a participant says a visit was worth. */
@Entity('feedback')
@Check('feedback_texts_check', '(char_length(to_copy) <= 2000) AND (char_length(to_improve) <= 2000)')
@Check('feedback_usefulness_check', 'usefulness BETWEEN 1 AND 5')
@Check('feedback_welcome_check', 'welcome BETWEEN 1 AND 5')
export class FeedbackEntity {
  @ForeignKey(() => FeedbackRequestEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  participantId: string;

  @Column('integer')
  usefulness: number;

  @Column({ type: 'integer', nullable: true })
  welcome: number | null;

  @Column('text')
  toCopy: string;

  @Column('text')
  toImprove: string;

  @Column('boolean')
  mayName: boolean;

  @Column('timestamptz')
  givenAt: Date;

  @Column('timestamptz')
  changedAt: Date;
}

/** That somebody has answered about a visit, and when the units were told what came of asking; null until then. */
@Entity('feedback_result')
@Index('feedback_result_untold_idx', ['visitId'], { where: 'told_at IS NULL' })
export class FeedbackResultEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @Column({ type: 'timestamptz', nullable: true })
  toldAt: Date | null;
}
