import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { dateInRange, isOneOf } from '../../platform/database/checks.js';
import { NoteEntity } from '../../notes/storage/note.entity.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import { measureCodes, type Measure } from '../domain/measures.js';

/** What can be counted of a visit or a practice: an amount of something, by a measure, on a date. */
@Entity('countable_result')
@Index('countable_result_visit_id_idx', ['visitId'], { where: 'visit_id IS NOT NULL' })
@Index('countable_result_note_id_idx', ['noteId'], { where: 'note_id IS NOT NULL' })
@Index('countable_result_organisation_idx', ['organisation', 'measuredOn'])
@Index('countable_result_measured_on_idx', ['measuredOn', 'id'])
@Index('countable_result_written_by_idx', ['writtenBy'])
@Check('countable_result_of_check', 'num_nonnulls(visit_id, note_id) = 1')
@Check('countable_result_amount_check', 'amount > 0')
@Check('countable_result_measure_check', isOneOf('measure', measureCodes))
@Check('countable_result_what_check', 'char_length(what) BETWEEN 1 AND 120')
@Check('countable_result_measured_on_range_check', dateInRange('measured_on'))
export class CountableResultEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  visitId: string | null;

  @ForeignKey(() => NoteEntity, { onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  noteId: string | null;

  /** At whose place it was counted. */
  @ForeignKey(() => UnitEntity)
  @Column('text')
  organisation: string;

  @Column('text')
  what: string;

  /** A decimal, as PostgreSQL writes it. */
  @Column({ type: 'numeric', precision: 14, scale: 2 })
  amount: string;

  @Column('text')
  measure: Measure;

  @Column('date')
  measuredOn: string;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  writtenBy: string;

  @Column('timestamptz')
  writtenAt: Date;
}

/** A product of small enterprise; its makers have no names. */
@Entity('umkm_product')
@Index('umkm_product_visit_id_idx', ['visitId'], { where: 'visit_id IS NOT NULL' })
@Index('umkm_product_note_id_idx', ['noteId'], { where: 'note_id IS NOT NULL' })
@Index('umkm_product_organisation_idx', ['organisation'])
@Index('umkm_product_written_by_idx', ['writtenBy'])
@Check('umkm_product_of_check', 'num_nonnulls(visit_id, note_id) = 1')
@Check('umkm_product_price_check', 'price > 0')
@Check('umkm_product_name_check', 'char_length(name) BETWEEN 1 AND 120')
@Check('umkm_product_maker_check', 'char_length(maker) <= 120')
@Check('umkm_product_sold_by_check', 'char_length(sold_by) <= 40')
export class UmkmProductEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  visitId: string | null;

  @ForeignKey(() => NoteEntity, { onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  noteId: string | null;

  @ForeignKey(() => UnitEntity)
  @Column('text')
  organisation: string;

  @Column('text')
  name: string;

  /** A group, a workshop, a programme; never a person. */
  @Column({ type: 'text', default: '' })
  maker: string;

  /** Rupiah, a decimal as PostgreSQL writes it. */
  @Column({ type: 'numeric', precision: 14, scale: 2, nullable: true })
  price: string | null;

  /** `bungkus`, `kilogram`. */
  @Column({ type: 'text', default: '' })
  soldBy: string;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  writtenBy: string;

  @Column('timestamptz')
  writtenAt: Date;
}
