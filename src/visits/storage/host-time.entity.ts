import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import type { WantedHold } from '../domain/host-time.js';
import { VisitEntity } from './visit.entity.js';

/** A place of a host's time that a visit takes on one of its days, for good or as an offer. */
@Entity('host_time')
@Index('host_time_expiry_idx', ['expiresAt'], { where: 'expires_at IS NOT NULL' })
@Exclusion(
  'host_time_no_double_booking',
  'USING gist (host_unit WITH =, place WITH =, during WITH &&, visit_id WITH <>)',
)
@Check(
  'host_time_during_check',
  '(NOT isempty(during)) AND lower_inc(during) AND (NOT upper_inc(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during))',
)
@Check('host_time_expiry_check', `(kind = 'offer') = (expires_at IS NOT NULL)`)
@Check('host_time_kind_check', `kind IN ('confirmed', 'offer')`)
@Check('host_time_place_check', 'place >= 1')
export class HostTimeEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @PrimaryColumn('text')
  kind: WantedHold['kind'];

  @ForeignKey(() => UnitEntity)
  @Column('text')
  hostUnit: string;

  @Column('integer')
  place: number;

  @PrimaryColumn('tstzrange')
  during: string;

  @Column({ type: 'timestamptz', nullable: true })
  expiresAt: Date | null;
}
