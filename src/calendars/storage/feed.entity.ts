import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { RegionalOfficeEntity } from '../../units/storage/regional-office.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import { feedForms, type FeedForm, type FeedScope, type ShownState } from '../domain/feed-content.js';

/** A calendar that programs subscribe to by a secret address. */
@Entity('feed')
@Index('feed_person_idx', ['personId', 'createdAt', 'id'])
@Index('feed_visit_idx', ['visitId'])
@Check(
  'feed_busy_check',
  `(shows <> 'busy') OR ((scope = 'unit') AND (programs = '{}'::text[]) AND (states = '{}'::text[]))`,
)
@Check(
  'feed_scope_check',
  `(scope IN ('me', 'unit', 'region', 'visit')) AND ((unit IS NOT NULL) = (scope = 'unit')) AND ((regional_office IS NOT NULL) = (scope = 'region')) AND ((visit_id IS NOT NULL) = (scope = 'visit'))`,
)
@Check('feed_shows_check', isOneOf('shows', feedForms))
@Check('feed_states_check', `states <@ ARRAY['tentative', 'confirmed', 'cancelled']`)
export class FeedEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Of the secret of its address. */
  @Column({ type: 'text', unique: true })
  tokenHash: string;

  @Column('text')
  scope: FeedScope;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: string;

  @ForeignKey(() => UnitEntity)
  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @ForeignKey(() => RegionalOfficeEntity)
  @Column({ type: 'text', nullable: true })
  regionalOffice: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  visitId: string | null;

  @Column('text')
  shows: FeedForm;

  /** Of what it held when it was written last. */
  @Column({ type: 'text', nullable: true })
  digest: string | null;

  /** Since when it has held that, in whole seconds. */
  @Column({ type: 'timestamptz', nullable: true })
  changedAt: Date | null;

  /** As of which revision, zone, day, database and program it holds that; see `feed-key.ts`. */
  @Column({ type: 'text', nullable: true })
  held: string | null;

  /** What it was made of then, as scopes of `feed_change`. */
  @Column({ type: 'integer', array: true, nullable: true })
  scopes: number[] | null;

  /** Of its busy times as events. */
  @Column({ type: 'text', nullable: true })
  eventsDigest: string | null;

  @Column({ type: 'text', array: true })
  programs: string[];

  @Column({ type: 'text', array: true })
  states: ShownState[];
}
