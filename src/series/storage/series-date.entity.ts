import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { dateInRange } from '../../platform/database/checks.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import { SeriesEntity } from './series.entity.js';

/** A date of a series by its rule: its visit, wherever that was moved, or why there is none. */
@Entity('series_date')
@Unique('series_date_visit_key', ['visitId'])
@Check('series_date_skipped_check', `((visit_id IS NULL) = (skipped IS NOT NULL)) AND (skipped <> '')`)
@Check('series_date_on_date_range_check', dateInRange('on_date'))
export class SeriesDateEntity {
  @ForeignKey(() => SeriesEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  seriesId: string;

  @PrimaryColumn('date')
  onDate: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  visitId: string | null;

  @Column({ type: 'text', nullable: true })
  skipped: string | null;
}
