import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';

/** Each file that somebody took away, written down before it was sent. */
@Entity('export_record')
@Index('export_record_taken_at_idx', ['takenAt', 'id'])
@Index('export_record_taken_by_idx', ['takenBy', 'takenAt', 'id'], { where: 'taken_by IS NOT NULL' })
@Check('export_record_row_count_check', 'row_count >= 0')
export class ExportRecordEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  takenAt: Date;

  /** Null for who came by a link of their own. */
  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  takenBy: string | null;

  @Column('text')
  route: string;

  /** The id or code in the address: of a visit, a letter, a unit. */
  @Column({ type: 'text', nullable: true })
  about: string | null;

  @Column('text')
  fileName: string;

  @Column({ type: 'integer', nullable: true })
  rowCount: number | null;
}
