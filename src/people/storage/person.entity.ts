import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { INDONESIAN } from '../../platform/database/collation.js';
import { isOneOf } from '../../platform/database/checks.js';
import { roles, type Role } from '../../platform/security/actor.js';
import { RegionalOfficeEntity } from '../../units/storage/regional-office.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';

/** Somebody with an account. */
@Entity('person')
@Index('person_name_idx', ['name', 'id'])
@Index('person_regional_office_idx', ['regionalOffice', 'name', 'id'])
@Index('person_unit_idx', ['unit', 'name', 'id'])
@Check('person_erased_check', 'erased_at IS NULL OR suspended_at IS NOT NULL AND password_hash IS NULL')
@Check('person_email_check', 'email = lower(email)')
@Check('person_nip_check', `nip ~ '^[0-9]{18}$'`)
@Check(
  'person_place_check',
  `((role IN ('officer', 'unit-head')) AND (unit IS NOT NULL) AND (regional_office IS NULL)) OR ((role = 'regional') AND (unit IS NULL) AND (regional_office IS NOT NULL)) OR ((role = 'administrator') AND (unit IS NULL) AND (regional_office IS NULL))`,
)
@Check('person_role_check', isOneOf('role', roles))
export class PersonEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'text', collation: INDONESIAN })
  name: string;

  /** In lower case. */
  @Column({ type: 'text', unique: true })
  email: string;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column({ type: 'text', nullable: true })
  nip: string | null;

  @Column({ type: 'text', nullable: true })
  position: string | null;

  /** Rank and grade, `Penata Muda (III/a)`. */
  @Column({ type: 'text', nullable: true })
  rank: string | null;

  @Column('text')
  role: Role;

  @ForeignKey(() => UnitEntity)
  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @ForeignKey(() => RegionalOfficeEntity)
  @Column({ type: 'text', nullable: true })
  regionalOffice: string | null;

  @Column({ type: 'text', nullable: true })
  passwordHash: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  suspendedAt: Date | null;

  /** From then on nobody signs in by it, ever. */
  @Column({ type: 'timestamptz', nullable: true })
  erasedAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  /** Counts the changes of who somebody is and what they do. */
  @Column({ type: 'integer', default: 1 })
  version: number;
}
