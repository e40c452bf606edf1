import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { instantInRange } from '../../platform/database/checks.js';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';

/** When the last answer of a participant's calendar was written (DTSTAMP). */
@Entity('calendar_reply')
@Check('calendar_reply_stamped_at_range_check', instantInRange('stamped_at'))
export class CalendarReplyEntity {
  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  participantId: string;

  @Column('timestamptz')
  stampedAt: Date;
}
