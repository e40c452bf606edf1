import { HostAnswerLinkEntity } from './host-answer-link.entity.js';
import { AnswerNewsEntity } from './answer-news.entity.js';
import { HostAnswerEntity } from './host-answer.entity.js';
import { ParticipantAddressEntity } from './participant-address.entity.js';
import { ParticipantLinkEntity } from './participant-link.entity.js';
import { LearningQuestionEntity } from './learning-question.entity.js';
import { HostTimeEntity } from './host-time.entity.js';
import { VisitEntity } from './visit.entity.js';
import { VisitApprovalEntity } from './visit-approval.entity.js';
import { VisitFileEntity } from './visit-file.entity.js';
import { VisitGuestEntity } from './visit-guest.entity.js';
import { VisitHistoryEntity } from './visit-history.entity.js';
import { VisitIdempotencyKeyEntity } from './visit-idempotency-key.entity.js';
import { FreeVisitNumberEntity, VisitNumberEntity } from './visit-number.entity.js';
import { ParticipantReachEntity } from './participant-reach.entity.js';
import { VisitParticipantEntity } from './visit-participant.entity.js';
import { NipLookEntity } from './nip-look.entity.js';
import { VisitProgramEntity } from './visit-program.entity.js';

/** The tables of this feature. */
export const visitsEntities = [
  FreeVisitNumberEntity,
  HostAnswerLinkEntity,
  AnswerNewsEntity,
  HostAnswerEntity,
  HostTimeEntity,
  LearningQuestionEntity,
  NipLookEntity,
  ParticipantAddressEntity,
  ParticipantLinkEntity,
  VisitApprovalEntity,
  VisitEntity,
  VisitFileEntity,
  VisitGuestEntity,
  VisitHistoryEntity,
  VisitIdempotencyKeyEntity,
  VisitNumberEntity,
  VisitParticipantEntity,
  ParticipantReachEntity,
  VisitProgramEntity,
];
