import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { dateInRange, isOneOf } from '../../platform/database/checks.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { frequencies, type Frequency, type Ordinal, type Recurrence } from '../domain/recurrence.js';

/** A meeting that repeats: its rule, and between whom it is. */
@Entity('series')
@Index('series_guest_unit_idx', ['guestUnit'])
@Index('series_host_unit_idx', ['hostUnit'])
@Check('series_frequency_check', isOneOf('frequency', frequencies))
@Check('series_every_check', `(every >= 1) AND (every <= CASE frequency WHEN 'weekly' THEN 8 ELSE 6 END)`)
@Check(
  'series_ordinal_check',
  `((frequency = 'monthly') = (ordinal IS NOT NULL)) AND (ordinal IN (1, 2, 3, 4, -1))`,
)
@Check('series_until_check', '(until > first_on) AND (until <= (first_on + 366))')
@Check('series_first_on_range_check', dateInRange('first_on'))
@Check('series_until_range_check', dateInRange('until'))
export class SeriesEntity implements Recurrence {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column('text')
  title: string;

  @ForeignKey(() => UnitEntity)
  @Column('text')
  guestUnit: string;

  @ForeignKey(() => UnitEntity)
  @Column('text')
  hostUnit: string;

  @Column('date')
  firstOn: string;

  @Column('text')
  frequency: Frequency;

  /** Every so many weeks or months. */
  @Column('integer')
  every: number;

  /** Which of its weekdays the date is in its month, -1 for the last; null for weeks. */
  @Column({ type: 'integer', nullable: true })
  ordinal: Ordinal | null;

  @Column('date')
  until: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;
}
