import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { INDONESIAN } from '../../platform/database/collation.js';
import { dateInRange, isOneOf } from '../../platform/database/checks.js';
import { zones, type Zone } from '../../platform/text/zones.js';
import { kanwilPrefix } from '../../platform/security/organisation.js';
import { kindsWith, organisationKinds, type OrganisationKind } from '../domain/organisation-kinds.js';
import type { UnitValues } from '../domain/unit-fields.js';
import { RegionalOfficeEntity } from './regional-office.entity.js';

/** A kind of unit: Lapas, Rutan, Bapas … */
@Entity('unit_type')
export class UnitTypeEntity {
  @PrimaryColumn('text')
  code: string;

  @Column({ type: 'text', collation: INDONESIAN })
  name: string;

  @Column('text')
  head: string;
}

/** An organisation that takes part in visits: a corrections unit, a regional office, a directorate, an outside partner. */
@Entity('unit')
@Index('unit_name_idx', ['name', 'code'])
@Index('unit_name_trgm_idx', { synchronize: false })
@Index('unit_regional_office_idx', ['regionalOffice', 'name', 'code'])
@Index('unit_type_idx', ['type', 'name', 'code'])
@Check(
  'unit_position_check',
  '(latitude IS NULL) = (longitude IS NULL) AND (latitude IS NULL OR latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180)',
)
@Check(
  'unit_position_confirmed_check',
  '(position_confirmed_by IS NULL OR position_confirmed_at IS NOT NULL) AND (position_confirmed_at IS NULL OR latitude IS NOT NULL)',
)
@Index('unit_heir_idx', ['heir'])
@Index('unit_successor_idx', ['successor'], { where: 'successor IS NOT NULL' })
@Check('unit_opened_on_range_check', dateInRange('opened_on'))
@Check('unit_closed_on_range_check', dateInRange('closed_on'))
@Check(
  'unit_life_check',
  `(opened_on IS NULL OR closed_on IS NULL OR opened_on < closed_on) AND (active OR closed_on IS NOT NULL)
    AND (successor IS NULL OR closed_on IS NOT NULL AND successor <> code)
    AND (heir = code OR NOT active AND successor IS NOT NULL)`,
)
@Check('unit_postcode_check', `postcode ~ '^[0-9]{5}$'`)
@Check('unit_kind_check', isOneOf('kind', organisationKinds))
@Check('unit_kind_type_check', `(kind = 'upt') = (type IS NOT NULL)`)
@Check(
  'unit_kind_region_check',
  `(${isOneOf('kind', kindsWith('ofRegion'))}) = (regional_office IS NOT NULL)`,
)
@Check('unit_kanwil_code_check', `kind <> 'kanwil' OR code = '${kanwilPrefix}' || regional_office`)
@Check('unit_time_zone_check', isOneOf('time_zone', Object.keys(zones)))
export class UnitEntity implements UnitValues {
  @PrimaryColumn('text')
  code: string;

  @Column({ type: 'text', collation: INDONESIAN })
  name: string;

  @Column({ type: 'text', default: 'upt' })
  kind: OrganisationKind;

  /** Type of a UPT; null for every other kind. */
  @ForeignKey(() => UnitTypeEntity)
  @Column({ type: 'text', nullable: true })
  type: string | null;

  @Column({ type: 'text', nullable: true })
  subtype: string | null;

  @Column({ type: 'text', nullable: true })
  class: string | null;

  @Column('text')
  place: string;

  /** Region it belongs to, a Kanwil its own; null for directorates and partners. */
  @ForeignKey(() => RegionalOfficeEntity)
  @Column({ type: 'text', nullable: true })
  regionalOffice: string | null;

  @Column('text')
  timeZone: Zone;

  @Column({ type: 'text', nullable: true })
  areaGroup: string | null;

  @Column({ type: 'double precision', nullable: true })
  latitude: number | null;

  @Column({ type: 'double precision', nullable: true })
  longitude: number | null;

  /** When somebody looked at a map and confirmed the position; a change of it takes that back (trigger). */
  @Column({ type: 'timestamptz', nullable: true })
  positionConfirmedAt: Date | null;

  /** Who that was, a person by its id; null where it is not known any more. */
  @Column({ type: 'uuid', nullable: true })
  positionConfirmedBy: string | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  aliases: string[];

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column({ type: 'text', nullable: true })
  webPage: string | null;

  @Column({ type: 'text', nullable: true })
  address: string | null;

  @Column({ type: 'text', nullable: true })
  postcode: string | null;

  /** First and last but one date of its life: `[openedOn, closedOn)`; null for long ago, and for one that lives on. */
  @Column({ type: 'date', nullable: true })
  openedOn: string | null;

  @Column({ type: 'date', nullable: true })
  closedOn: string | null;

  /** Whether it is a unit today. */
  @Column({ type: 'boolean', default: true })
  active: boolean;

  /** The unit into which it merges or merged. */
  @ForeignKey(() => UnitEntity)
  @Column({ type: 'text', nullable: true })
  successor: string | null;

  /** The unit for which it counts today: itself (by a trigger), or the last of those into which it merged. */
  @ForeignKey(() => UnitEntity)
  @Column('text')
  heir: string;

  @Column({ type: 'integer', default: 1 })
  version: number;
}

/** What a unit was or will be called on other days than today. */
@Entity('unit_name')
@Exclusion('unit_name_no_overlap_excl', 'USING gist (unit WITH =, during WITH &&)')
@Check('unit_name_during_check', '(NOT isempty(during)) AND (NOT (lower_inf(during) AND upper_inf(during)))')
export class UnitNameEntity {
  @ForeignKey(() => UnitEntity)
  @PrimaryColumn('text')
  unit: string;

  /** Calendar dates `[first,end)`; an end that is missing is open. */
  @PrimaryColumn('daterange')
  during: string;

  @Column({ type: 'text', collation: INDONESIAN })
  name: string;

  /** Null for what is no UPT. */
  @ForeignKey(() => UnitTypeEntity)
  @Column({ type: 'text', nullable: true })
  type: string | null;

  @Column({ type: 'text', nullable: true })
  class: string | null;
}
