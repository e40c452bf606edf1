import { HostTimeEntity } from './host-time.entity.js';
import { VisitEntity } from './visit.entity.js';
import { VisitApprovalEntity } from './visit-approval.entity.js';
import { VisitFileEntity } from './visit-file.entity.js';
import { VisitHistoryEntity } from './visit-history.entity.js';
import { VisitIdempotencyKeyEntity } from './visit-idempotency-key.entity.js';
import { VisitNumberEntity } from './visit-number.entity.js';
import { VisitParticipantEntity } from './visit-participant.entity.js';
import { VisitProgramEntity } from './visit-program.entity.js';

/** The tables of this feature. */
export const visitsEntities = [
  HostTimeEntity,
  VisitApprovalEntity,
  VisitEntity,
  VisitFileEntity,
  VisitHistoryEntity,
  VisitIdempotencyKeyEntity,
  VisitNumberEntity,
  VisitParticipantEntity,
  VisitProgramEntity,
];
