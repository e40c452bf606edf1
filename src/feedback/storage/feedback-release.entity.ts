import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';

/** What a participant said, as it is shown (`nextRelease`). */
@Entity('feedback_release')
@Check('feedback_release_usefulness_check', 'usefulness BETWEEN 1 AND 5')
@Unique('feedback_release_participant_key', ['participantId'])
@Index('feedback_release_visit_idx', ['visitId'])
export class FeedbackReleaseEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  /** Null when no longer among the participants: what is shown stays until its next release all the same. */
  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'SET NULL' })
  @Column({ type: 'uuid', nullable: true })
  participantId: string | null;

  @Column('integer')
  usefulness: number;

  @Column('text')
  toCopy: string;

  @Column('text')
  toImprove: string;

  @Column('boolean')
  mayName: boolean;
}

/** The marks of a participant who judged the host, as they are shown: with three such at least, and by themselves. */
@Entity('feedback_welcome_release')
@Check('feedback_welcome_release_usefulness_check', 'usefulness BETWEEN 1 AND 5')
@Check('feedback_welcome_release_welcome_check', 'welcome BETWEEN 1 AND 5')
@Unique('feedback_welcome_release_participant_key', ['participantId'])
@Index('feedback_welcome_release_visit_idx', ['visitId'])
export class FeedbackWelcomeReleaseEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'SET NULL' })
  @Column({ type: 'uuid', nullable: true })
  participantId: string | null;

  @Column('integer')
  usefulness: number;

  @Column('integer')
  welcome: number;
}
