import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number set aside in a year, by prefix of the reference. */
@Entity('visit_number')
export class VisitNumberEntity {
  @PrimaryColumn('text')
  prefix: string;

  @PrimaryColumn('integer')
  year: number;

  @Column('integer')
  last: number;
}

/** A number that was set aside and not given yet. */
@Entity('visit_number_free')
@Check('visit_number_free_number_check', 'number > 0')
export class FreeVisitNumberEntity {
  @PrimaryColumn('text')
  prefix: string;

  @PrimaryColumn('integer')
  year: number;

  @PrimaryColumn('integer')
  number: number;
}
