import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { VisitEntity } from './visit.entity.js';

/** A key with which a request was sent, so that it makes one visit only. */
@Entity('visit_idempotency_key')
@Index('visit_idempotency_key_visit_idx', ['visitId'])
export class VisitIdempotencyKeyEntity {
  @ForeignKey(() => PersonEntity)
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  requestHash: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;
}
