import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';

/** A session that a participant is invited to; none for all of them. */
@Entity('participant_session')
export class ParticipantSessionEntity {
  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  participantId: string;

  @PrimaryColumn('uuid')
  sessionId: string;
}
