import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { VisitParticipantEntity } from './visit-participant.entity.js';
import { VisitEntity } from './visit.entity.js';

/** That somebody had a NIP of a visit shown whole. */
@Entity('nip_look')
@Index('nip_look_looked_at_idx', ['lookedAt', 'id'])
@Index('nip_look_visit_idx', ['visitId'])
@Index('nip_look_participant_idx', ['participantId'], { where: 'participant_id IS NOT NULL' })
@Index('nip_look_looked_by_idx', ['lookedBy'])
export class NipLookEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  /** Null for who is in a paper and in no party, and once the participant was removed. */
  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'SET NULL' })
  @Column({ type: 'uuid', nullable: true })
  participantId: string | null;

  /** The name under which it was shown. */
  @Column('text')
  whose: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  lookedBy: string;

  @Column('timestamptz')
  lookedAt: Date;
}
