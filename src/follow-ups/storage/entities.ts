import { FollowUpEntity, FollowUpHistoryEntity } from './follow-up.entity.js';
import { FollowUpCommentEntity } from './follow-up-comment.entity.js';
import { FollowUpFileEntity } from './follow-up-file.entity.js';
import { ReplicationEntity } from './replication.entity.js';

/** The tables of this feature. */
export const followUpsEntities = [
  FollowUpCommentEntity,
  FollowUpEntity,
  FollowUpFileEntity,
  FollowUpHistoryEntity,
  ReplicationEntity,
];
