import { KnownSenderEntity } from './known-sender.entity.js';
import { MailboxPositionEntity } from './mailbox-position.entity.js';
import { ReceivedMailEntity } from './received-mail.entity.js';
import { ReplyQuestionEntity } from './reply-question.entity.js';

/** The tables of this feature. */
export const repliesEntities = [
  KnownSenderEntity,
  MailboxPositionEntity,
  ReceivedMailEntity,
  ReplyQuestionEntity,
];
