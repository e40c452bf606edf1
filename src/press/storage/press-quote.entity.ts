import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import { quoteStates, type QuoteState } from '../domain/quote-states.js';

/** What the head of a party says of a visit, and whether it may be printed. */
@Entity('press_quote')
@Index('press_quote_organisation_idx', ['organisation'])
@Index('press_quote_asked_by_idx', ['askedBy'], { where: 'asked_by IS NOT NULL' })
@Index('press_quote_said_by_idx', ['saidBy'], { where: 'said_by IS NOT NULL' })
@Check('press_quote_state_check', isOneOf('state', quoteStates))
@Check('press_quote_words_check', `words <> '' OR state IN ('asked', 'declined')`)
@Check('press_quote_length_check', 'char_length(words) <= 600')
export class PressQuoteEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @ForeignKey(() => UnitEntity)
  @PrimaryColumn('text')
  organisation: string;

  @Column('text')
  state: QuoteState;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'text', default: '' })
  speaker: string;

  @Column({ type: 'text', default: '' })
  position: string;

  @Column({ type: 'text', default: '' })
  words: string;

  /** Of the newest link, the only one that is good. */
  @Column({ type: 'text', nullable: true })
  linkHash: string | null;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  askedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  askedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  saidAt: Date | null;

  /** Whoever wrote it with an account; null for what came by a link. */
  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  saidBy: string | null;
}

/** A link by which a head gives a quote without an account; the newest of a quote alone is good. */
@Entity('press_quote_link')
@ForeignKey(() => PressQuoteEntity, ['visitId', 'organisation'], ['visitId', 'organisation'], {
  name: 'press_quote_link_visit_id_organisation_fkey',
  onDelete: 'CASCADE',
})
@Index('press_quote_link_quote_idx', ['visitId', 'organisation', 'createdAt'])
@Index('press_quote_link_email_idx', ['email', 'createdAt'], { where: 'email IS NOT NULL' })
@Index('press_quote_link_created_idx', ['createdAt'])
@Index('press_quote_link_made_by_idx', ['madeBy'])
@Check('press_quote_link_times_check', 'expires_at > created_at')
export class PressQuoteLinkEntity {
  /** Of the secret. */
  @PrimaryColumn('text')
  tokenHash: string;

  @Column('uuid')
  visitId: string;

  @Column('text')
  organisation: string;

  /** To which it was mailed; null for one that was given by hand. */
  @Column({ type: 'text', nullable: true })
  email: string | null;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  madeBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;
}
