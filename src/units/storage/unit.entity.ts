import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { isOneOf } from '../../platform/database/checks.js';
import { zones, type Zone } from '../../platform/text/zones.js';
import { RegionalOfficeEntity } from './regional-office.entity.js';

/** A kind of unit: Lapas, Rutan, Bapas … */
@Entity('unit_type')
export class UnitTypeEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  head: string;
}

/** A corrections unit. */
@Entity('unit')
@Index('unit_name_idx', ['name', 'code'])
@Index('unit_name_trgm_idx', { synchronize: false })
@Index('unit_regional_office_idx', ['regionalOffice', 'name', 'code'])
@Index('unit_type_idx', ['type', 'name', 'code'])
@Check(
  'unit_position_check',
  '(latitude IS NULL) = (longitude IS NULL) AND (latitude IS NULL OR latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180)',
)
@Check('unit_time_zone_check', isOneOf('time_zone', Object.keys(zones)))
export class UnitEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @ForeignKey(() => UnitTypeEntity)
  @Column('text')
  type: string;

  @Column({ type: 'text', nullable: true })
  subtype: string | null;

  @Column({ type: 'text', nullable: true })
  class: string | null;

  @Column('text')
  place: string;

  @ForeignKey(() => RegionalOfficeEntity)
  @Column('text')
  regionalOffice: string;

  @Column('text')
  timeZone: Zone;

  @Column({ type: 'text', nullable: true })
  areaGroup: string | null;

  @Column({ type: 'double precision', nullable: true })
  latitude: number | null;

  @Column({ type: 'double precision', nullable: true })
  longitude: number | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  aliases: string[];

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column({ type: 'text', nullable: true })
  address: string | null;

  @Column({ type: 'integer', default: 1 })
  version: number;
}

/** A name that a unit had until a day. */
@Entity('unit_former_name')
export class UnitFormerNameEntity {
  @ForeignKey(() => UnitEntity)
  @PrimaryColumn('text')
  unit: string;

  @PrimaryColumn('text')
  name: string;

  @PrimaryColumn('date')
  usedUntil: string;
}
