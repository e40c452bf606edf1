import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { RegionalOfficeEntity } from '../../units/storage/regional-office.entity.js';
import { VisitEntity } from './visit.entity.js';

/** A regional office's approval of a visit. */
@Entity('visit_approval')
export class VisitApprovalEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @ForeignKey(() => RegionalOfficeEntity)
  @PrimaryColumn('text')
  regionalOffice: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  approvedBy: string;

  @Column('timestamptz')
  approvedAt: Date;
}
