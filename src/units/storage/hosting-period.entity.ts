import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { dateInRange } from '../../platform/database/checks.js';
import { UnitEntity } from './unit.entity.js';

/** Dates on which a unit, or every unit, receives guests at other hours or not at all. */
@Entity('hosting_period')
@Index('hosting_period_unit_idx', ['unit', 'lastDay'])
@Exclusion(
  'hosting_period_no_overlap_excl',
  `USING gist (COALESCE(unit, '') WITH =, daterange(first_day, last_day, '[]') WITH &&)`,
)
@Check('hosting_period_order_check', 'first_day <= last_day')
@Check('hosting_period_first_day_range_check', dateInRange('first_day'))
@Check('hosting_period_last_day_range_check', dateInRange('last_day'))
export class HostingPeriodEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Null for every unit. */
  @ForeignKey(() => UnitEntity)
  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @Column('text')
  name: string;

  @Column('date')
  firstDay: string;

  /** Itself inside. */
  @Column('date')
  lastDay: string;

  /** Whether nobody is received. */
  @Column('boolean')
  closed: boolean;

  @Column('integer')
  version: number;
}

/** A stretch of one weekday of a period in which guests are received, in minutes of the local day. */
@Entity('hosting_period_window')
@Exclusion(
  'hosting_period_window_no_overlap_excl',
  'USING gist (period_id WITH =, weekday WITH =, int4range(starts_minute, ends_minute) WITH &&)',
)
@Check(
  'hosting_period_window_minutes_check',
  '(starts_minute >= 0) AND (starts_minute < ends_minute) AND (ends_minute <= 1440)',
)
@Check('hosting_period_window_weekday_check', 'weekday BETWEEN 1 AND 7')
export class HostingPeriodWindowEntity {
  @ForeignKey(() => HostingPeriodEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  periodId: string;

  /** ISO 8601: 1 Monday to 7 Sunday. */
  @PrimaryColumn('integer')
  weekday: number;

  @PrimaryColumn('integer')
  startsMinute: number;

  @Column('integer')
  endsMinute: number;
}
