import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** A secret by which a program acts for a person. */
@Entity('api_token')
@Index('api_token_person_id_idx', ['personId', 'createdAt'])
@Check(
  'api_token_expiry_check',
  `(expires_at > created_at) AND (expires_at <= (created_at + '8760:00:00'::interval))`,
)
export class ApiTokenEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: string;

  @Column('text')
  name: string;

  @Column({ type: 'text', unique: true })
  tokenHash: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null;

  @Column('timestamptz')
  expiresAt: Date;
}
