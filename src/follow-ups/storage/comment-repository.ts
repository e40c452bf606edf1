import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { FollowUpCommentEntity } from './follow-up-comment.entity.js';

export type CommentRow = FollowUpCommentEntity;

@Injectable()
export class CommentRepository {
  constructor(
    @InjectRepository(FollowUpCommentEntity) private readonly comments: Rows<FollowUpCommentEntity>,
  ) {}

  add(comment: CommentRow): Promise<void> {
    return this.comments.insert(comment);
  }
}
