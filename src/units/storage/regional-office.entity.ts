import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { INDONESIAN } from '../../platform/database/collation.js';
import { isOneOf } from '../../platform/database/checks.js';
import { zones, type Zone } from '../../platform/text/zones.js';

/** A regional office (Kantor Wilayah), above its units. */
@Entity('regional_office')
@Check('regional_office_time_zone_check', isOneOf('time_zone', Object.keys(zones)))
export class RegionalOfficeEntity {
  @PrimaryColumn('text')
  code: string;

  @Column({ type: 'text', collation: INDONESIAN })
  name: string;

  @Column({ type: 'text', collation: INDONESIAN })
  shortName: string;

  @Column('text')
  region: string;

  @Column('text')
  seat: string;

  @Column('text')
  timeZone: Zone;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  /** Whether it must approve visits inside its region. */
  @Column({ type: 'boolean', default: false })
  approvesInside: boolean;

  /** Whether it must approve visits across regions. */
  @Column({ type: 'boolean', default: false })
  approvesAcross: boolean;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
