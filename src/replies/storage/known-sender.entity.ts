import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';

/** Another address of a participant, by the word of an officer of that side. */
@Entity('known_sender')
@Index('known_sender_unit_idx', ['unit'])
@Check('known_sender_sender_check', 'char_length(sender) <= 320')
export class KnownSenderEntity {
  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  participantId: string;

  @PrimaryColumn('text')
  sender: string;

  /** Whose officer said so: it holds for the same person wherever that unit answers for it. */
  @ForeignKey(() => UnitEntity)
  @Column('text')
  unit: string;

  @Column('timestamptz')
  saidAt: Date;
}
