import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { instantInRange, isOneOf } from '../../platform/database/checks.js';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import { agendaItemKinds, type AgendaItemKind, type StoredItem } from '../domain/agenda-items.js';
import type { Agenda } from '../domain/agenda.js';

/** The agenda of a visit, as it is worked on. */
@Entity('agenda')
@ForeignKey(() => AgendaRevisionEntity, ['visitId', 'publicRevision'], ['visitId', 'revision'], {
  name: 'agenda_public_revision_fkey',
  deferrable: 'INITIALLY DEFERRED',
})
@Check('agenda_public_revision_check', '(public_revision >= 1) AND (public_revision <= revision)')
@Check(
  'agenda_published_check',
  `(state <> 'published') OR ((public_revision IS NOT NULL) AND (public_revision = revision))`,
)
@Check('agenda_revision_check', '(revision >= 0) AND ((revision = 0) = (published_at IS NULL))')
@Check('agenda_state_check', `state IN ('draft', 'published')`)
@Check('agenda_version_check', 'version >= 1')
export class AgendaEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @Column('text')
  state: Agenda['state'];

  @Column('integer')
  version: number;

  @Column('integer')
  revision: number;

  /** The publication that is shown; null for none. */
  @Column({ type: 'integer', nullable: true })
  publicRevision: number | null;

  @Column('timestamptz')
  changedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null;
}

/** A session of an agenda. */
@Entity('agenda_item')
@Unique('agenda_item_position_key', ['visitId', 'position'])
@Exclusion(
  'agenda_item_one_place_excl',
  'USING gist (visit_id WITH =, lower(btrim(place)) WITH =, tstzrange(starts_at, ends_at) WITH &&)',
)
@Check('agenda_item_ends_at_range_check', instantInRange('ends_at'))
@Check('agenda_item_kind_check', isOneOf('kind', agendaItemKinds))
@Check('agenda_item_starts_at_range_check', instantInRange('starts_at'))
@Check('agenda_item_times_check', 'starts_at < ends_at')
@Check('agenda_item_title_check', `title <> ''`)
export class AgendaItemEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => AgendaEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  @Column('integer')
  position: number;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('text')
  title: string;

  @Column('text')
  kind: AgendaItemKind;

  /** Empty: the visit's main place. */
  @Column('text')
  place: string;

  @Column({ type: 'text', array: true })
  persons: string[];

  @Column('text')
  note: string;
}

/** What an agenda said when it was published. */
@Entity('agenda_revision')
@Check('agenda_revision_items_check', `jsonb_typeof(items) = 'array'`)
@Check('agenda_revision_revision_check', 'revision >= 1')
export class AgendaRevisionEntity {
  @ForeignKey(() => AgendaEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @PrimaryColumn('integer')
  revision: number;

  @Column('timestamptz')
  publishedAt: Date;

  @Column('jsonb')
  items: StoredItem[];
}

/** Which publication of an agenda a participant was told last. */
@Entity('agenda_recipient')
@ForeignKey(() => AgendaRevisionEntity, ['visitId', 'revision'], ['visitId', 'revision'], {
  name: 'agenda_recipient_revision_fkey',
  onDelete: 'CASCADE',
})
@Index('agenda_recipient_revision_idx', ['visitId', 'revision'])
export class AgendaRecipientEntity {
  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  participantId: string;

  @Column('uuid')
  visitId: string;

  @Column('integer')
  revision: number;

  @Column('timestamptz')
  toldAt: Date;
}
