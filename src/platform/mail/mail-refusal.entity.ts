import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { isOneOf } from '../database/checks.js';
import { bulkMails, type BulkMail } from './mail-states.js';

/** Whether somebody wants mails of a kind, and the secret of the link in them. */
@Entity('mail_refusal')
@Check('mail_refusal_email_check', 'email = lower(email)')
@Check('mail_refusal_kind_check', isOneOf('kind', bulkMails))
export class MailRefusalEntity {
  @PrimaryColumn('text')
  kind: BulkMail;

  @PrimaryColumn('text')
  email: string;

  @Column({ type: 'text', unique: true })
  token: string;

  /** Null while they are wanted. */
  @Column({ type: 'timestamptz', nullable: true })
  refusedAt: Date | null;
}
