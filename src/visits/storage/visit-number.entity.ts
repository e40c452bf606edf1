import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given in a year, by prefix of the reference. */
@Entity('visit_number')
export class VisitNumberEntity {
  @PrimaryColumn('text')
  prefix: string;

  @PrimaryColumn('integer')
  year: number;

  @Column('integer')
  last: number;
}
