import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a mailbox was read (RFC 9051, UIDs). */
@Entity('mailbox_position')
export class MailboxPositionEntity {
  @PrimaryColumn('text')
  mailbox: string;

  @Column('bigint')
  uidValidity: string;

  @Column('bigint')
  lastUid: string;

  /** When it was last looked through; null for never. */
  @Column({ type: 'timestamptz', nullable: true })
  lookedAt: Date | null;
}
