import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { VisitEntity } from './visit.entity.js';

/** Something that the guest of a visit wants to learn; five at most, known by their ids however they are worded. */
@Entity('learning_question')
@Check('learning_question_position_check', 'position BETWEEN 1 AND 5')
@Check('learning_question_words_check', 'char_length(words) BETWEEN 1 AND 300')
@Unique('learning_question_position_key', ['visitId', 'position'], { deferrable: 'INITIALLY DEFERRED' })
export class LearningQuestionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  /** From 1, without gaps. */
  @Column('integer')
  position: number;

  @Column('text')
  words: string;
}
