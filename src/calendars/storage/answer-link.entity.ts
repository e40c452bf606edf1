import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';

/** A link by which a participant answers without an account. */
@Entity('answer_link')
@Index('answer_link_participant_idx', ['participantId'])
export class AnswerLinkEntity {
  @PrimaryColumn('text')
  tokenHash: string;

  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  participantId: string;

  @Column('timestamptz')
  createdAt: Date;
}
