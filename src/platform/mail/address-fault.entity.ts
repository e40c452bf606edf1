import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that is known to be dead, with the enhanced status code (RFC 3463). */
@Entity('address_fault')
@Check('address_fault_email_check', 'email = lower(email)')
@Check('address_fault_status_check', `status ~ '^5\\.[0-9]{1,3}\\.[0-9]{1,3}$'`)
export class AddressFaultEntity {
  @PrimaryColumn('text')
  email: string;

  @Column('timestamptz')
  noticedAt: Date;

  @Column('text')
  status: string;

  /** When a later mail to it was taken; null when none was. */
  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;
}
