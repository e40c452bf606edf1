import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** A signed-in browser. */
@Entity('session')
@Index('session_expires_at_idx', ['expiresAt'])
@Index('session_person_id_idx', ['personId'])
export class SessionEntity {
  @PrimaryColumn('text')
  tokenHash: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz')
  lastUsedAt: Date;
}
