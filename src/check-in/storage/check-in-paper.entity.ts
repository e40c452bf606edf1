import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VisitEntity } from '../../visits/storage/visit.entity.js';

/** A visit whose printed code is not taken any more. */
@Entity('check_in_paper')
export class CheckInPaperEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @Column('timestamptz')
  closedAt: Date;
}
