import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { TripEntity } from '../../trips/storage/trip.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import {
  bundleStates,
  partKinds,
  partStates,
  type BundleState,
  type PartKind,
  type PartState,
} from '../domain/bundle.js';

/** Papers of a visit, a trip or a year, put together for an office. */
@Entity('bundle')
@Index('bundle_organisation_idx', ['organisation', 'askedAt'])
@Index('bundle_under_way_idx', ['organisation'], { unique: true, where: `state <> 'ready'` })
@Index('bundle_subject_idx', ['subject', 'year'], { where: 'subject IS NOT NULL' })
@Index('bundle_visit_idx', ['visitId'], { where: 'visit_id IS NOT NULL' })
@Index('bundle_trip_idx', ['tripId'], { where: 'trip_id IS NOT NULL' })
@Index('bundle_asked_by_idx', ['askedBy'])
@Index('bundle_asked_at_idx', ['askedAt'])
@Check('bundle_of_check', 'num_nonnulls(visit_id, trip_id, year) = 1')
@Check('bundle_subject_check', '(year IS NULL) = (subject IS NULL)')
@Check('bundle_year_check', 'year BETWEEN 2000 AND 2100')
@Check('bundle_state_check', isOneOf('state', bundleStates))
@Check('bundle_ready_check', `(state = 'ready') = (finished_at IS NOT NULL)`)
export class BundleEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Whose people asked for it. */
  @ForeignKey(() => UnitEntity)
  @Column('text')
  organisation: string;

  /** Whose year it is; null for a visit or a trip. */
  @ForeignKey(() => UnitEntity)
  @Column({ type: 'text', nullable: true })
  subject: string | null;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  visitId: string | null;

  @ForeignKey(() => TripEntity, { onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  tripId: string | null;

  @Column({ type: 'integer', nullable: true })
  year: number | null;

  @Column('text')
  title: string;

  @Column('text')
  state: BundleState;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  askedBy: string;

  @Column('timestamptz')
  askedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;
}

/** A part of a bundle: made, or missing with the reason. */
@Entity('bundle_part')
@Unique('bundle_part_name_key', ['bundleId', 'name'])
@Index('bundle_part_visit_idx', ['visitId'])
@Check('bundle_part_number_check', 'number >= 1')
@Check('bundle_part_kind_check', isOneOf('kind', partKinds))
@Check('bundle_part_state_check', isOneOf('state', partStates))
@Check(
  'bundle_part_done_check',
  `(state = 'done') = (size IS NOT NULL) AND (state = 'done') = (sha256 IS NOT NULL)`,
)
export class BundlePartEntity {
  @ForeignKey(() => BundleEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  bundleId: string;

  @PrimaryColumn('integer')
  number: number;

  @Column('text')
  kind: PartKind;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  /** Of the letter, file or photo; null for what there is once a visit. */
  @Column({ type: 'uuid', nullable: true })
  ref: string | null;

  @Column('text')
  section: string;

  @Column('text')
  title: string;

  /** In the ZIP. */
  @Column('text')
  name: string;

  @Column('text')
  state: PartState;

  /** Why it is missing. */
  @Column({ type: 'text', default: '' })
  reason: string;

  /** Bytes. */
  @Column({ type: 'integer', nullable: true })
  size: number | null;

  @Column({ type: 'text', nullable: true })
  sha256: string | null;

  /** Whose NIP stand on it whole, as they were noted down. */
  @Column({ type: 'text', array: true, default: () => "'{}'" })
  looked: string[];
}
