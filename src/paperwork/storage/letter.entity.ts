import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { dateInRange, isOneOf } from '../../platform/database/checks.js';
import { StoredFileEntity } from '../../platform/files/stored-file.entity.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { TripEntity } from '../../trips/storage/trip.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { VisitFileEntity } from '../../visits/storage/visit-file.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import type { LetterDetails } from '../domain/letter-details.js';
import type { LetterNature, LetterValues, SigningWay } from '../domain/letter-fields.js';
import {
  letterDirections,
  letterSlots,
  type LetterDirection,
  type LetterKind,
  type LetterSlot,
} from '../domain/letter-kinds.js';
import type { LetterSnapshot } from '../domain/letter-snapshot.js';
import type { SessionMinutes } from '../domain/session-minutes.js';
import { LetterTemplateEntity } from './letter-template.entity.js';

/** The last number that an office gave to a letter of a year, without gaps. */
@Entity('letter_counter')
@Check('letter_counter_last_check', 'last >= 0')
export class LetterCounterEntity {
  @ForeignKey(() => UnitEntity)
  @PrimaryColumn('text')
  organisation: string;

  @PrimaryColumn('integer')
  year: number;

  @Column('integer')
  last: number;
}

/** A letter or paper of a visit or a trip, in the register of one of its parties. */
@Entity('letter')
@Unique('letter_slot_key', ['visitId', 'slot'])
@Unique('letter_drawn_key', ['organisation', 'drawnYear', 'drawnNumber'])
@Index('letter_trip_idx', ['tripId'], { where: 'trip_id IS NOT NULL' })
@Index('letter_generated_file_idx', ['generatedFile'], { where: 'generated_file IS NOT NULL' })
@Index('letter_signed_file_idx', ['signedFile'], { where: 'signed_file IS NOT NULL' })
@Index('letter_signed_sent_idx', ['sentAt'], { where: 'signed_file IS NOT NULL' })
@Index('letter_written_by_idx', ['writtenBy'])
@Index('letter_template_idx', ['template'], { where: 'template IS NOT NULL' })
@Check('letter_template_sent_check', 'template IS NULL OR sent_at IS NOT NULL')
@Check('letter_of_check', 'num_nonnulls(visit_id, trip_id) = 1')
@Check('letter_direction_check', isOneOf('direction', letterDirections))
@Check('letter_slot_check', isOneOf('slot', letterSlots))
@Check('letter_slot_place_check', `slot IS NULL OR visit_id IS NOT NULL AND number = '' AND dated_on IS NULL`)
@Check('letter_drawn_check', '(drawn_year IS NULL) = (drawn_number IS NULL)')
@Check('letter_details_check', `jsonb_typeof(details) = 'object'`)
@Check('letter_minutes_check', `jsonb_typeof(minutes) = 'array'`)
@Check('letter_dated_on_range_check', dateInRange('dated_on'))
export class LetterEntity implements LetterValues {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  visitId: string | null;

  @ForeignKey(() => TripEntity, { onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  tripId: string | null;

  /** The party in whose register it stands. */
  @ForeignKey(() => UnitEntity)
  @Column('text')
  organisation: string;

  @Column('text')
  kind: LetterKind;

  @Column('text')
  direction: LetterDirection;

  /** Which of the letters that the visit names it is; number and date then stand at the visit. */
  @Column({ type: 'text', nullable: true })
  slot: LetterSlot | null;

  @Column({ type: 'text', default: '' })
  number: string;

  @Column({ type: 'date', nullable: true })
  datedOn: string | null;

  @Column('text')
  nature: LetterNature;

  @Column({ type: 'text', default: '' })
  attachment: string;

  @Column({ type: 'text', default: '' })
  subject: string;

  @Column({ type: 'text', nullable: true })
  classification: string | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  copies: string[];

  @Column({ type: 'text', default: '' })
  basis: string;

  @Column({ type: 'text', default: '' })
  dipa: string;

  @Column({ type: 'text', default: 'wet' })
  signing: SigningWay;

  /** What its kind says of itself alone; read by `asDetails`. */
  @Column({ type: 'jsonb', default: () => "'{}'" })
  details: Partial<LetterDetails>;

  /** Of a notula; read by `asMinutes`. */
  @Column({ type: 'jsonb', default: () => "'[]'" })
  minutes: SessionMinutes[];

  /** Year and number that the office's own counter gave. */
  @Column({ type: 'integer', nullable: true })
  drawnYear: number | null;

  @Column({ type: 'integer', nullable: true })
  drawnNumber: number | null;

  @ForeignKey(() => VisitFileEntity, { onDelete: 'SET NULL' })
  @Column({ type: 'uuid', nullable: true })
  generatedFile: string | null;

  @ForeignKey(() => VisitFileEntity, { onDelete: 'SET NULL' })
  @Column({ type: 'uuid', nullable: true })
  signedFile: string | null;

  /** From then on the other parties read it, and it stays as it is. */
  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  /** Letterhead, signer and party as they were; read by `asSnapshot`. */
  @Column('jsonb')
  snapshot: LetterSnapshot;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  writtenBy: string;

  @Column('timestamptz')
  writtenAt: Date;

  /** The template that was current when it was sent; null for none, and before. */
  @ForeignKey(() => LetterTemplateEntity)
  @Column({ type: 'uuid', nullable: true })
  template: string | null;
}

/** The signed copy of a letter. */
@Entity('letter_copy')
@Index('letter_copy_stored_idx', ['stored'])
@Index('letter_copy_added_by_idx', ['addedBy'])
@Check('letter_copy_name_check', `name <> ''`)
@Check('letter_copy_size_check', 'size BETWEEN 1 AND 20971520')
export class LetterCopyEntity {
  @ForeignKey(() => LetterEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  letterId: string;

  @Column('text')
  name: string;

  @Column('text')
  mediaType: string;

  /** Bytes. */
  @Column('integer')
  size: number;

  /** The object that holds its bytes, by its digest. */
  @ForeignKey(() => StoredFileEntity)
  @Column('text')
  stored: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  addedBy: string;

  @Column('timestamptz')
  addedAt: Date;
}
