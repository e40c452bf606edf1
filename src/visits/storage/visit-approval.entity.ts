import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { RegionalOfficeEntity } from '../../units/storage/regional-office.entity.js';
import { VisitEntity } from './visit.entity.js';

/** A regional office's approval of a visit at a time: it holds for every time that lies inside. */
@Entity('visit_approval')
@Check(
  'visit_approval_during_check',
  '(NOT isempty(during)) AND lower_inc(during) AND (NOT upper_inc(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during))',
)
export class VisitApprovalEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @ForeignKey(() => RegionalOfficeEntity)
  @PrimaryColumn('text')
  regionalOffice: string;

  @PrimaryColumn('tstzrange')
  during: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  approvedBy: string;

  @Column('timestamptz')
  approvedAt: Date;
}
