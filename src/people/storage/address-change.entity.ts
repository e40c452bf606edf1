import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** A link by which the owner of a mailbox says that an account is to have its address. */
@Entity('address_change')
@Index('address_change_expires_at_idx', ['expiresAt'])
@Index('address_change_person_id_idx', ['personId', 'createdAt'])
@Check('address_change_email_check', 'email = lower(email)')
export class AddressChangeEntity {
  @PrimaryColumn('text')
  tokenHash: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: string;

  @Column('text')
  email: string;

  @Column('text')
  askedByName: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}
