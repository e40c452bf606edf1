import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { GivenAnswer } from '../domain/heard-answer.js';
import { VisitParticipantEntity } from './visit-participant.entity.js';

/** What a participant said and the officers of that side were not mailed yet. */
@Entity('answer_news')
@Index('answer_news_participant_idx', ['participantId'])
@Check('answer_news_answer_check', `answer IN ('accepted', 'tentative', 'declined')`)
@Check('answer_news_words_check', `(char_length(words) <= 500) AND ((answer IS NOT NULL) OR (words <> ''))`)
export class AnswerNewsEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  participantId: string;

  /** Null for words without an answer. */
  @Column({ type: 'text', nullable: true })
  answer: GivenAnswer | null;

  @Column('text')
  words: string;

  @Column('timestamptz')
  cameAt: Date;
}
