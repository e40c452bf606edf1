import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { dateInRange, isOneOf } from '../../platform/database/checks.js';
import { INDONESIAN } from '../../platform/database/collation.js';
import { zones, type Zone } from '../../platform/text/zones.js';
import { RegionalOfficeEntity } from '../../units/storage/regional-office.entity.js';
import { UnitEntity, UnitTypeEntity } from '../../units/storage/unit.entity.js';
import {
  unitChangeKinds,
  unitChangeStates,
  type OpenedUnit,
  type UnitChange,
  type UnitChangeKind,
  type UnitChangeState,
} from '../domain/unit-change.js';

/** What becomes of units: opened, closed, merged into another, split, renamed. */
@Entity('unit_change')
@Index('unit_change_pending_key', ['unit', 'kind'], {
  unique: true,
  where: `state IN ('proposed', 'decided')`,
})
@Index('unit_change_unit_idx', ['unit'])
@Index('unit_change_successor_idx', ['successor'], { where: 'successor IS NOT NULL' })
@Index('unit_change_type_idx', ['type'], { where: 'type IS NOT NULL' })
@Index('unit_change_proposed_by_idx', ['proposedBy'])
@Index('unit_change_decided_by_idx', ['decidedBy'])
@Index('unit_change_due_idx', ['id'], { where: `state = 'decided'` })
@Index('unit_change_list_idx', ['effectiveOn', 'id'])
@Index('unit_change_office_idx', ['regionalOffice', 'effectiveOn', 'id'])
@Check('unit_change_kind_check', isOneOf('kind', unitChangeKinds))
@Check('unit_change_state_check', isOneOf('state', unitChangeStates))
@Check('unit_change_time_zone_check', isOneOf('time_zone', Object.keys(zones)))
@Check('unit_change_region_check', `regional_office IS NOT NULL OR kind = 'closed'`)
@Check('unit_change_effective_on_range_check', dateInRange('effective_on'))
@Check(
  'unit_change_parts_check',
  `(kind = 'opened') = (unit IS NULL) AND (kind = 'merged') = (successor IS NOT NULL)
    AND (kind = 'renamed') = (name IS NOT NULL AND type IS NOT NULL)
    AND (kind IN ('opened', 'split')) = (opens <> '[]') AND (successor IS NULL OR successor <> unit)`,
)
@Check(
  'unit_change_decided_check',
  `(decided_by IS NULL) = (decided_at IS NULL)
    AND (state NOT IN ('decided', 'refused', 'done') OR decided_by IS NOT NULL)
    AND (state <> 'refused' OR decision_reason <> '') AND (state = 'done') = (done_at IS NOT NULL)`,
)
export class UnitChangeEntity implements UnitChange {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: UnitChangeKind;

  @Column('text')
  state: UnitChangeState;

  @Column('date')
  effectiveOn: string;

  /** The region in which it happens; null where a directorate or a partner closes. */
  @ForeignKey(() => RegionalOfficeEntity)
  @Column({ type: 'text', nullable: true })
  regionalOffice: string | null;

  @Column('text')
  timeZone: Zone;

  @ForeignKey(() => UnitEntity)
  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @ForeignKey(() => UnitEntity)
  @Column({ type: 'text', nullable: true })
  successor: string | null;

  @Column({ type: 'text', nullable: true, collation: INDONESIAN })
  name: string | null;

  @ForeignKey(() => UnitTypeEntity)
  @Column({ type: 'text', nullable: true })
  type: string | null;

  @Column({ type: 'text', nullable: true })
  class: string | null;

  @Column({ type: 'jsonb', default: () => `'[]'` })
  opens: OpenedUnit[];

  @Column({ type: 'boolean', default: false })
  endsOrigin: boolean;

  @Column({ type: 'boolean', default: false })
  callsOff: boolean;

  @Column({ type: 'boolean', default: false })
  movesPeople: boolean;

  @Column('text')
  decree: string;

  @Column('text')
  reason: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz')
  proposedAt: Date;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'text', default: '' })
  decisionReason: string;

  @Column({ type: 'timestamptz', nullable: true })
  doneAt: Date | null;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
