import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { VisitParticipantEntity } from './visit-participant.entity.js';

/** That somebody told a participant of a visit otherwise than by mail. */
@Entity('participant_reach')
export class ParticipantReachEntity {
  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  participantId: string;

  /** The visit's SEQUENCE then: who was told of an old time or place was not told of the new one. */
  @PrimaryColumn('integer')
  sequence: number;

  @Column('timestamptz')
  reachedAt: Date;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  reachedBy: string;

  @Column('text')
  reachedByName: string;
}
