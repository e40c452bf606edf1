import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { FollowUpEntity } from './follow-up.entity.js';

/** What somebody says about a promise. */
@Entity('follow_up_comment')
@Index('follow_up_comment_follow_up_idx', ['followUpId', 'at', 'id'])
@Check('follow_up_comment_body_check', `body <> ''`)
export class FollowUpCommentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => FollowUpEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  followUpId: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  authorId: string;

  @Column('text')
  authorName: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  body: string;
}
