import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import type { CoachPoint } from '../domain/coach-points.js';
import { pressKinds, type PressKind, type PressPhoto } from '../domain/press-kinds.js';
import { pressStates, type PressState } from '../domain/press-states.js';

/** A text that a party of a visit writes for the press or for its superiors. */
@Entity('press_text')
@Unique('press_text_visit_id_organisation_kind_key', ['visitId', 'organisation', 'kind'])
@Index('press_text_organisation_idx', ['organisation'])
@Index('press_text_approved_by_idx', ['approvedBy'], { where: 'approved_by IS NOT NULL' })
@Index('press_text_readied_by_idx', ['readiedBy'], { where: 'readied_by IS NOT NULL' })
@Check('press_text_kind_check', isOneOf('kind', pressKinds))
@Check('press_text_state_check', isOneOf('state', pressStates))
@Check('press_text_version_check', 'version >= 1')
@Check(
  'press_text_approved_check',
  `(approved_at IS NULL) = (approved_by IS NULL) AND (approved_at IS NULL) = (state = 'draft') AND (approved_at IS NULL) = (approver = '')`,
)
@Check(
  'press_text_readied_check',
  `(readied_at IS NULL) = (readied_by IS NULL) AND (readied_at IS NULL) = (state <> 'ready')`,
)
export class PressTextEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  /** The party whose text it is. */
  @ForeignKey(() => UnitEntity)
  @Column('text')
  organisation: string;

  @Column('text')
  kind: PressKind;

  @Column('text')
  state: PressState;

  /** The last revision: what the text says now. */
  @Column('integer')
  version: number;

  /** Name of the head who approved it, also where somebody else wrote that down. */
  @Column({ type: 'text', default: '' })
  approver: string;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  approvedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  approvedAt: Date | null;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  readiedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readiedAt: Date | null;
}

/** What a press text said, each time that it was saved. */
@Entity('press_revision')
@Index('press_revision_written_by_idx', ['writtenBy'])
@Check('press_revision_version_check', 'version >= 1')
@Check('press_revision_title_check', 'char_length(title) <= 200')
@Check('press_revision_body_check', 'char_length(body) <= 12000')
@Check('press_revision_photos_check', `jsonb_typeof(photos) = 'array'`)
export class PressRevisionEntity {
  @ForeignKey(() => PressTextEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  textId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  /** The photos themselves are looked up, and never copied. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  photos: PressPhoto[];

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  writtenBy: string;

  @Column('timestamptz')
  writtenAt: Date;
}

/** Points of a revision that somebody ticked, or said do not matter there. */
@Entity('press_point')
@ForeignKey(() => PressRevisionEntity, ['textId', 'version'], ['textId', 'version'], {
  name: 'press_point_text_id_version_fkey',
  onDelete: 'CASCADE',
})
@Index('press_point_said_by_idx', ['saidBy'])
@Check('press_point_reason_check', 'char_length(reason) <= 300')
export class PressPointEntity {
  @PrimaryColumn('uuid')
  textId: string;

  @PrimaryColumn('integer')
  version: number;

  @PrimaryColumn('text')
  point: CoachPoint;

  /** Why it does not matter there; empty for a tick. */
  @Column({ type: 'text', default: '' })
  reason: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  saidBy: string;

  @Column('timestamptz')
  saidAt: Date;
}
