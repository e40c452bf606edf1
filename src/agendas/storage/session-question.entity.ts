import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { LearningQuestionEntity } from '../../visits/storage/learning-question.entity.js';

/** The session at which a learning question comes up; none for one that is anywhere. */
@Entity('session_question')
export class SessionQuestionEntity {
  @ForeignKey(() => LearningQuestionEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  questionId: string;

  @Column('uuid')
  sessionId: string;
}
