import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegionalOfficeEntity } from '../../units/storage/regional-office.entity.js';

/** A regional office that is mailed a report each month. */
@Entity('monthly_report')
export class MonthlyReportEntity {
  @ForeignKey(() => RegionalOfficeEntity)
  @PrimaryColumn('text')
  regionalOffice: string;

  @Column('timestamptz')
  since: Date;
}
