import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { isOneOf } from '../../platform/database/checks.js';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import { learningStands, type CheckDay, type LearningStand } from '../domain/learning-check.js';

/** That the guest's leader was asked what is done of what was learned, and the answer. */
@Entity('learning_check')
@Check('learning_check_answer_check', isOneOf('answer', learningStands))
@Check('learning_check_answered_check', '(answer IS NULL) = (answered_at IS NULL)')
@Check('learning_check_day_check', 'day IN (30, 60, 90)')
@Check('learning_check_times_check', 'expires_at > asked_at')
@Check('learning_check_words_check', 'char_length(words) <= 2000')
@Unique('learning_check_token_hash_key', ['tokenHash'])
@Index('learning_check_participant_idx', ['participantId'])
export class LearningCheckEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  /** After the visit. */
  @PrimaryColumn('integer')
  day: CheckDay;

  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  participantId: string;

  @Column('text')
  tokenHash: string;

  @Column('timestamptz')
  askedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  /** Null while nobody answered. */
  @Column({ type: 'text', nullable: true })
  answer: LearningStand | null;

  @Column({ type: 'text', default: '' })
  words: string;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null;
}
