import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';
import type { Strokes } from '../domain/signature.js';

/** A signature by finger on a screen of the host. */
@Entity('attendance_signature')
@Check(
  'attendance_signature_strokes_check',
  `(jsonb_typeof(strokes) = 'array') AND (octet_length(strokes::text) <= 65536)`,
)
export class AttendanceSignatureEntity {
  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  participantId: string;

  /** Lines of points, as whole numbers in a field of 1000 by 400. */
  @Column('jsonb')
  strokes: Strokes;

  @Column('timestamptz')
  signedAt: Date;
}
