import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import { isOneOf } from '../../platform/database/checks.js';
import { kindFields, type KindRule } from '../domain/kind-rules.js';
import { visitKinds, type VisitKind } from '../domain/visit-kinds.js';
import { UnitEntity } from './unit.entity.js';

const bounds = (name: string, { least, most }: { least: number; most: number }): string =>
  `${name} BETWEEN ${least} AND ${most}`;

/** How a unit receives one kind of visit, where that differs from its policy. */
@Entity('hosting_kind')
@Check('hosting_kind_kind_check', isOneOf('kind', visitKinds))
@Check('hosting_kind_largest_party_check', bounds('largest_party', kindFields.largestParty))
@Check('hosting_kind_shortest_notice_check', bounds('shortest_notice_days', kindFields.shortestNoticeDays))
@Check('hosting_kind_longest_notice_check', bounds('longest_notice_days', kindFields.longestNoticeDays))
@Check(
  'hosting_kind_length_check',
  `${bounds('shortest_minutes', kindFields.shortestMinutes)} AND ${bounds('longest_minutes', kindFields.longestMinutes)} AND shortest_minutes <= longest_minutes`,
)
export class HostingKindEntity implements Omit<KindRule, 'windows'> {
  @ForeignKey(() => UnitEntity)
  @PrimaryColumn('text')
  unit: string;

  @PrimaryColumn('text')
  kind: VisitKind;

  @Column('boolean')
  receives: boolean;

  @Column({ type: 'integer', nullable: true })
  largestParty: number | null;

  @Column({ type: 'integer', nullable: true })
  shortestNoticeDays: number | null;

  @Column({ type: 'integer', nullable: true })
  longestNoticeDays: number | null;

  @Column({ type: 'integer', nullable: true })
  shortestMinutes: number | null;

  @Column({ type: 'integer', nullable: true })
  longestMinutes: number | null;
}

/** A stretch of one weekday in which a unit receives a kind of visit, in minutes of its local day. */
@Entity('hosting_kind_window')
@Exclusion(
  'hosting_kind_window_no_overlap_excl',
  'USING gist (unit WITH =, kind WITH =, weekday WITH =, int4range(starts_minute, ends_minute) WITH &&)',
)
@Check(
  'hosting_kind_window_minutes_check',
  '(starts_minute >= 0) AND (starts_minute < ends_minute) AND (ends_minute <= 1440)',
)
@Check('hosting_kind_window_weekday_check', 'weekday BETWEEN 1 AND 7')
@Check('hosting_kind_window_kind_check', isOneOf('kind', visitKinds))
export class HostingKindWindowEntity {
  @ForeignKey(() => UnitEntity)
  @PrimaryColumn('text')
  unit: string;

  @PrimaryColumn('text')
  kind: VisitKind;

  /** ISO 8601: 1 Monday to 7 Sunday. */
  @PrimaryColumn('integer')
  weekday: number;

  @PrimaryColumn('integer')
  startsMinute: number;

  @Column('integer')
  endsMinute: number;
}
