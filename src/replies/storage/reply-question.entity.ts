import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { instantInRange } from '../../platform/database/checks.js';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';
import type { Answer } from '../domain/judge-reply.js';
import type { Asked } from '../domain/reply-question.js';
import { ReceivedMailEntity } from './received-mail.entity.js';

/** What people are asked about a mail that came in. */
@Entity('reply_question')
@Unique('reply_question_participant_key', ['participantId', 'isProven'])
@Check(
  'reply_question_answer_check',
  `((kind = 'answer') = (answer IS NOT NULL)) AND (answer IN ('accepted', 'tentative', 'declined'))`,
)
@Check('reply_question_ends_at_range_check', instantInRange('ends_at'))
@Check('reply_question_is_proven_check', `(kind = 'words') OR (NOT is_proven)`)
@Check('reply_question_kind_check', `kind IN ('answer', 'other-time', 'substitute', 'words')`)
@Check('reply_question_said_at_range_check', instantInRange('said_at'))
@Check('reply_question_starts_at_range_check', instantInRange('starts_at'))
@Check(
  'reply_question_substitute_check',
  `((kind = 'substitute') = (substitute IS NOT NULL)) AND (char_length(substitute) <= 320)`,
)
@Check(
  'reply_question_time_check',
  `((kind = 'other-time') = (starts_at IS NOT NULL)) AND ((kind = 'other-time') = (ends_at IS NOT NULL)) AND (starts_at < ends_at)`,
)
@Check('reply_question_words_check', `(char_length(words) <= 500) AND ((kind <> 'words') OR (words <> ''))`)
export class ReplyQuestionEntity {
  @ForeignKey(() => ReceivedMailEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  receivedMailId: string;

  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  participantId: string;

  @Column('text')
  kind: Asked['kind'];

  @Column({ type: 'text', nullable: true })
  answer: Answer | null;

  @Column({ type: 'timestamptz', nullable: true })
  startsAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  endsAt: Date | null;

  @Column({ type: 'text', nullable: true })
  substitute: string | null;

  @Column('text')
  words: string;

  @Column('boolean')
  isProven: boolean;

  /** When the mail says that it was written; never after it came. */
  @Column('timestamptz')
  saidAt: Date;

  @Column('timestamptz')
  askedAt: Date;
}
