import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LinkPurpose } from '../domain/lifetimes.js';
import { PersonEntity } from './person.entity.js';

/** A link by which a password is set. */
@Entity('password_link')
@Index('password_link_expires_at_idx', ['expiresAt'])
@Index('password_link_person_id_idx', ['personId', 'createdAt'])
@Check('password_link_person_check', `(purpose = 'first-administrator') = (person_id IS NULL)`)
@Check('password_link_purpose_check', `purpose IN ('invitation', 'reset', 'first-administrator')`)
export class PasswordLinkEntity {
  @PrimaryColumn('text')
  tokenHash: string;

  /** Null for the link that makes the first administrator. */
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @Column('text')
  purpose: LinkPurpose;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}
