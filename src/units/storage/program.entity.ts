import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { INDONESIAN } from '../../platform/database/collation.js';
import { dateInRange } from '../../platform/database/checks.js';

/** A program of a framework that visits and notes are about. */
@Entity('program')
@Check('program_from_date_range_check', dateInRange('from_date'))
export class ProgramEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  framework: string;

  /** Place in the framework's own list. */
  @Column({ type: 'integer', nullable: true })
  number: number | null;

  @Column({ type: 'text', collation: INDONESIAN })
  title: string;

  /** Calendar date from which it holds. */
  @Column('date')
  fromDate: string;

  @Column('boolean')
  verified: boolean;

  /** Calendar date from which it is not offered; null for one that is. */
  @Column({ type: 'date', nullable: true })
  retiredOn: string | null;
}
