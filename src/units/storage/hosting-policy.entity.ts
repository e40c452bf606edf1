import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import { dateInRange } from '../../platform/database/checks.js';
import { hostingFields, type HostingValues } from '../domain/unit-fields.js';
import { UnitEntity } from './unit.entity.js';

const {
  capacity,
  largestParty,
  lateMinutes,
  shortestNoticeDays: shortest,
  longestNoticeDays: longest,
} = hostingFields;

/** For whom a unit receives guests, and with what notice. */
@Entity('hosting_policy')
@Check('hosting_policy_capacity_check', `capacity BETWEEN ${capacity.least} AND ${capacity.most}`)
@Check(
  'hosting_policy_largest_party_check',
  `largest_party BETWEEN ${largestParty.least} AND ${largestParty.most}`,
)
@Check(
  'hosting_policy_notice_check',
  `shortest_notice_days BETWEEN ${shortest.least} AND ${shortest.most} AND ((longest_notice_days >= shortest_notice_days) AND (longest_notice_days <= ${longest.most}))`,
)
@Check(
  'hosting_policy_late_minutes_check',
  `late_minutes BETWEEN ${lateMinutes.least} AND ${lateMinutes.most}`,
)
export class HostingPolicyEntity implements HostingValues {
  @ForeignKey(() => UnitEntity)
  @PrimaryColumn('text')
  unit: string;

  @Column('boolean')
  open: boolean;

  /** Visits it can receive at the same time. */
  @Column('integer')
  capacity: number;

  /** Whether a visit that is wholly online takes one of these places. */
  @Column({ type: 'boolean', default: false })
  onlineTakesPlace: boolean;

  /** Guests in one party; null for no limit. */
  @Column({ type: 'integer', nullable: true })
  largestParty: number | null;

  @Column({ type: 'integer', default: 2 })
  shortestNoticeDays: number;

  @Column({ type: 'integer', default: 90 })
  longestNoticeDays: number;

  /** Minutes after the start from which somebody who arrives is late. */
  @Column({ type: 'integer', default: 15 })
  lateMinutes: number;

  /** Whether those who come sign by finger on a screen of the host. */
  @Column({ type: 'boolean', default: false })
  takesSignatures: boolean;

  @Column({ type: 'text', default: '' })
  identityRule: string;

  @Column({ type: 'text', default: '' })
  phoneRule: string;

  @Column({ type: 'text', default: '' })
  cameraRule: string;
}

/** A stretch of one weekday in which a unit receives guests, in minutes of its local day. */
@Entity('hosting_window')
@Exclusion(
  'hosting_window_no_overlap_excl',
  'USING gist (unit WITH =, weekday WITH =, int4range(starts_minute, ends_minute) WITH &&)',
)
@Check(
  'hosting_window_minutes_check',
  '(starts_minute >= 0) AND (starts_minute < ends_minute) AND (ends_minute <= 1440)',
)
@Check('hosting_window_weekday_check', 'weekday BETWEEN 1 AND 7')
export class HostingWindowEntity {
  @ForeignKey(() => UnitEntity)
  @PrimaryColumn('text')
  unit: string;

  /** ISO 8601: 1 Monday to 7 Sunday. */
  @PrimaryColumn('integer')
  weekday: number;

  @PrimaryColumn('integer')
  startsMinute: number;

  @Column('integer')
  endsMinute: number;
}

/** A day on which a unit receives nobody. */
@Entity('closed_day')
@Check('closed_day_date_range_check', dateInRange('date'))
export class ClosedDayEntity {
  @ForeignKey(() => UnitEntity)
  @PrimaryColumn('text')
  unit: string;

  @PrimaryColumn('date')
  date: string;

  @Column('text')
  reason: string;
}
