import { AttendanceSignatureEntity } from './attendance-signature.entity.js';
import { CheckInKeyEntity } from './check-in-key.entity.js';
import { CheckInPaperEntity } from './check-in-paper.entity.js';
import { WalkInContactEntity } from './walk-in-contact.entity.js';

/** The tables of this feature. */
export const checkInEntities = [
  CheckInKeyEntity,
  CheckInPaperEntity,
  WalkInContactEntity,
  AttendanceSignatureEntity,
];
